import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { addDays, dayOf } from '#lib/core/period.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { ANSWER_WORKING_DAYS } from '../deadlines.ts';
import { isOffered } from '../modes.ts';
import type { ProposeChangeInput, RefuseChangeInput, VersionInput } from '../schema.ts';
import { sessionId, type Session } from '../sessions.ts';
import { instantOf } from '../session-time.ts';
import { addWorkingDays } from '../working-days.ts';
import { alternativesFor, claimSession, isJointClaim, refusalOf, releaseClaims } from './claims.ts';
import { getHost, holidaysFrom, type HostWithRegion } from './hosts.ts';
import { actingOn, receipt, type About, type VisitReceipt } from './own-visit.ts';
import * as pending from './offers-repository.ts';
import * as visits from './repository.ts';
import { sessionToGive } from './session-to-give.ts';
import { checkStep, takeStep } from './transition.ts';

/**
 * Proposes another session, form or number of people for a dated visit. The session it has stays
 * its own until the other side agrees; the new one is held when the host proposes it.
 */
export async function proposeChange(
	ctx: Context,
	input: About<ProposeChangeInput>
): Promise<VisitReceipt> {
	const { visit, actor, side } = await actingOn(ctx, input.ref, 'propose_change');
	const host = await getHost(ctx, visit.hostRegionCode);
	await checkStep(ctx, { visit, side, action: 'propose_change', version: input.version });
	const current = sessionId(visit.sessionWindowId ?? '', visit.sessionDay ?? '');
	const wanted = input.session || current;
	const session = await sessionToGive(ctx, host.regionCode, wanted);
	const people = input.people ?? visit.people;
	const mode = input.mode ?? visit.mode;
	if (wanted === current && people === visit.people && mode === visit.mode) {
		throw invalidField('session', 'visit.change.nothing');
	}
	if (people > host.peoplePerVisit) {
		throw invalidField('people', 'visit.people.tooMany', { max: host.peoplePerVisit });
	}
	if (mode !== visit.mode && !isOffered(host, mode)) {
		throw invalidField('mode', 'visit.mode.notOffered');
	}
	const moves = wanted !== current;
	if (moves) await checkFree(ctx, host, session, people);
	const holdExpiresAt = await holdUntil(ctx, host);

	try {
		await inTransaction(ctx, async (inner) => {
			const now = ctx.now().toISOString();
			await takeStep(inner, {
				visit,
				actor,
				side,
				action: 'propose_change',
				version: input.version,
				detail: {
					day: session.day,
					start: session.startsAt,
					end: session.endsAt,
					mode,
					people,
					text: input.reason
				}
			});
			await pending.insertChange(inner.db, {
				visitId: visit.id,
				side,
				windowId: session.windowId,
				day: session.day,
				mode,
				people,
				reason: input.reason,
				proposedAt: now
			});
			if (!moves || side !== 'host') return;
			const claim = { ...session, visitId: visit.id, people, holdExpiresAt, isMove: true };
			await claimSession(inner, host, claim);
		});
	} catch (error) {
		throw await refusalOf(ctx, host, { sessionId: session.id, people }, error);
	}
	return receipt(ctx, input.ref);
}

/**
 * Agrees to a change the other side proposed. The old session is given back and the new one
 * claimed in one transaction: when the database refuses the new one, the old one stays.
 */
export async function acceptChange(
	ctx: Context,
	input: About<VersionInput>
): Promise<VisitReceipt> {
	const { visit, actor, side, change } = await answering(ctx, input, 'accept_change');
	const host = await getHost(ctx, visit.hostRegionCode);
	const session = await sessionToGive(ctx, host.regionCode, sessionId(change.windowId, change.day));
	const stays = change.windowId === visit.sessionWindowId && change.day === visit.sessionDay;
	try {
		await inTransaction(ctx, async (inner) => {
			const isJoint = stays && (await isJointClaim(inner.db, visit.id));
			await takeStep(inner, {
				visit,
				actor,
				side,
				action: 'accept_change',
				version: input.version,
				changes: {
					sessionWindowId: change.windowId,
					sessionDay: change.day,
					mode: change.mode,
					people: change.people,
					// A reason to come was not asked for as long as the visit was online.
					onsiteReason: change.mode === 'online' ? null : (visit.onsiteReason ?? change.reason)
				},
				detail: { day: change.day, start: change.startsAt, end: change.endsAt }
			});
			await pending.removeChange(inner.db, visit.id);
			await releaseClaims(inner, host.regionCode, visit.id);
			const claim = { ...session, visitId: visit.id, people: change.people, isJoint };
			await claimSession(inner, host, claim);
		});
	} catch (error) {
		throw await refusalOf(ctx, host, { sessionId: session.id, people: change.people }, error);
	}
	return receipt(ctx, input.ref);
}

/** Refuses a proposed change, or takes back one's own: the visit stays as it was. */
export async function refuseChange(
	ctx: Context,
	input: About<RefuseChangeInput>
): Promise<VisitReceipt> {
	const { visit, actor, side, change } = await answering(ctx, input, 'refuse_change');
	await inTransaction(ctx, async (inner) => {
		await takeStep(inner, {
			visit,
			actor,
			side,
			action: 'refuse_change',
			version: input.version,
			detail: { text: input.reason, ...(change.side === side && { taken_back: true }) }
		});
		await pending.removeChange(inner.db, visit.id);
		await releaseClaims(inner, visit.hostRegionCode, visit.id, 'holds');
	});
	return receipt(ctx, input.ref);
}

/** The change that is answered; nobody agrees to what their own side proposed. */
async function answering(
	ctx: Context,
	{ ref, version }: About<VersionInput>,
	action: 'accept_change' | 'refuse_change'
) {
	const before = await visits.findByRef(ctx.db, ref);
	const change = before && (await pending.findChange(ctx.db, before.id));
	const acting = await actingOn(ctx, ref, action, (side) => side !== change?.side);
	const { visit, side } = acting;
	await checkStep(ctx, { visit, side, action, version });
	if (!change || (action === 'accept_change' && change.side === side)) {
		throw new DomainError('illegal_transition', {
			message: 'visit.change.own',
			extra: { state: visit.state, action }
		});
	}
	return { ...acting, change };
}

/** A session for moving to must be free now, however the claim is decided later. */
async function checkFree(
	ctx: Context,
	host: HostWithRegion,
	session: Session,
	people: number
): Promise<void> {
	if (session.slotsLeft > 0 && session.peopleLeft >= people) return;
	throw new DomainError(session.slotsLeft === 0 ? 'slot_taken' : 'day_full', {
		...(session.slotsLeft > 0 && {
			message: 'visit.full.people',
			values: { left: session.peopleLeft }
		}),
		extra: { alternatives: await alternativesFor(ctx, host.regionCode, people) }
	});
}

async function holdUntil(ctx: Context, host: HostWithRegion): Promise<string> {
	const today = dayOf(ctx.now(), host.timezone);
	const holidays = await holidaysFrom(ctx, host.regionCode, today);
	const last = addWorkingDays(today, ANSWER_WORKING_DAYS, holidays);
	return instantOf(addDays(last, 1), '00:00', host.timezone).toISOString();
}
