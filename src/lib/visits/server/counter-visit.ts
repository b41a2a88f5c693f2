import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { addDays } from '#lib/core/period.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { ChooseInput, CounterInput, RefuseInput } from '../schema.ts';
import { instantOf } from '../session-time.ts';
import { sessionId, type Session } from '../sessions.ts';
import { alternativesFor, claimSession, confirmHold, refusalOf } from './claims.ts';
import { CLOCK_STOPPED, pauseClock, resumeClock } from './clock.ts';
import { getHost } from './hosts.ts';
import { actingOn, receipt, type About, type VisitReceipt } from './own-visit.ts';
import * as pending from './offers-repository.ts';
import { sessionToGive } from './session-to-give.ts';
import { checkStep, takeStep } from './transition.ts';

/**
 * Offers one to three other sessions and holds each of them for the visitor, until the end of the
 * day by which it has to choose. All of them are held or none.
 */
export async function counterVisit(
	ctx: Context,
	input: About<CounterInput>
): Promise<VisitReceipt> {
	const { visit, actor, side } = await actingOn(ctx, input.ref, 'counter');
	const host = await getHost(ctx, visit.hostRegionCode);
	await checkStep(ctx, { visit, side, action: 'counter', version: input.version });
	const sessions: Session[] = [];
	for (const [i, id] of input.sessions.entries()) {
		sessions.push(await sessionToGive(ctx, host.regionCode, id, `sessions.${String(i)}`));
	}
	const clock = await pauseClock(ctx, visit);
	const dayAfter = addDays(clock.visitorDueOn ?? '', 1);
	const expiresAt = instantOf(dayAfter, '00:00', host.timezone).toISOString();
	let tried = '';

	try {
		await inTransaction(ctx, async (inner) => {
			await takeStep(inner, {
				visit,
				actor,
				side,
				action: 'counter',
				version: input.version,
				changes: clock,
				detail: {
					sessions: sessions.map(({ day, startsAt, endsAt }) => ({
						day,
						start: startsAt,
						end: endsAt
					})),
					text: input.note,
					due: clock.visitorDueOn
				}
			});
			for (const session of sessions) {
				tried = session.id;
				const claim = { ...session, visitId: visit.id, people: visit.people };
				await claimSession(inner, host, { ...claim, holdExpiresAt: expiresAt });
			}
			await pending.insertOffers(inner.db, visit.id, expiresAt, sessions);
		});
	} catch (error) {
		throw await refusalOf(ctx, host, { sessionId: tried, people: visit.people }, error);
	}
	return receipt(ctx, input.ref);
}

/** Picks one of the offered sessions. A hold that has run out is refused: others may have it. */
export async function chooseSession(
	ctx: Context,
	input: About<ChooseInput>
): Promise<VisitReceipt> {
	const { visit, actor, side } = await actingOn(ctx, input.ref, 'choose');
	await checkStep(ctx, { visit, side, action: 'choose', version: input.version });
	const offers = await pending.listOffers(ctx.db, visit.id);
	const offer = offers.find(({ windowId, day }) => sessionId(windowId, day) === input.session);
	if (!offer) throw invalidField('session', 'visit.counter.notOffered');

	await inTransaction(ctx, async (inner) => {
		await takeStep(inner, {
			visit,
			actor,
			side,
			action: 'choose',
			version: input.version,
			changes: { ...CLOCK_STOPPED, sessionWindowId: offer.windowId, sessionDay: offer.day },
			detail: { day: offer.day, start: offer.startsAt, end: offer.endsAt }
		});
		const claim = { visitId: visit.id, windowId: offer.windowId, day: offer.day };
		if (!(await confirmHold(inner, visit.hostRegionCode, claim))) {
			const alternatives = await alternativesFor(inner, visit.hostRegionCode, visit.people);
			const message = 'visit.counter.expired';
			throw new DomainError('slot_taken', { message, extra: { alternatives } });
		}
		await pending.removeOffers(inner.db, visit.id);
	});
	return receipt(ctx, input.ref);
}

/** None of the offered sessions suits: the holds end, and the host's clock goes on. */
export async function refuseCounter(
	ctx: Context,
	input: About<RefuseInput>
): Promise<VisitReceipt> {
	const acting = await actingOn(ctx, input.ref, 'refuse_counter');
	const changes = await resumeClock(ctx, acting.visit);
	await inTransaction(ctx, (inner) =>
		takeStep(inner, {
			...acting,
			action: 'refuse_counter',
			version: input.version,
			changes,
			detail: { text: input.reason }
		})
	);
	return receipt(ctx, input.ref);
}
