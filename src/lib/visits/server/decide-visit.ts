import { authorize, can, requireActor, type Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { AcceptInput, CancelInput, DeclineInput, VersionInput } from '../schema.ts';
import { parseSessionId } from '../sessions.ts';
import { nextState } from '../states.ts';
import { claimSession, refusalOf, releaseClaims } from './claims.ts';
import { getHost, type HostWithRegion } from './hosts.ts';
import * as hosts from './hosts-repository.ts';
import * as visits from './repository.ts';
import type { VisitReceipt } from './request-visit.ts';
import { takeStep } from './transition.ts';

type About<Input> = Input & { readonly ref: string };

/** Marks a request as being looked at. */
export async function reviewVisit(ctx: Context, input: About<VersionInput>): Promise<VisitReceipt> {
	const { visit, actor } = await asHost(ctx, input.ref);
	await inTransaction(ctx, (inner) =>
		takeStep(inner, { visit, actor, side: 'host', action: 'review', version: input.version })
	);
	return receipt(ctx, input.ref);
}

/**
 * Agrees to a visit at a session. One transaction; the database refuses a session that is taken
 * (`slot_taken`) and a day or month that is full (`day_full`), both with free alternatives.
 */
export async function acceptVisit(ctx: Context, input: About<AcceptInput>): Promise<VisitReceipt> {
	const { visit, actor } = await asHost(ctx, input.ref);
	const host = await getHost(ctx, visit.hostRegionCode);
	nextState(visit.state, 'accept', 'host'); // refused before the session is looked at
	const session = await sessionOf(ctx, host, input.session);

	try {
		await inTransaction(ctx, async (inner) => {
			// The version is compared before anything is claimed: the same visit accepted twice
			// is a stale version, not a taken session.
			await takeStep(inner, {
				visit,
				actor,
				side: 'host',
				action: 'accept',
				version: input.version,
				changes: { sessionWindowId: session.windowId, sessionDay: session.day, answerDueOn: null },
				detail: { day: session.day, start: session.startsAt, end: session.endsAt },
				template: 'visit_accepted'
			});
			const claim = { ...session, visitId: visit.id, people: visit.people };
			await claimSession(inner, host, claim);
		});
	} catch (error) {
		throw await refusalOf(ctx, host, visit.people, error);
	}
	return receipt(ctx, input.ref);
}

/** Declines a request with a reason and at least one way to learn all the same. */
export async function declineVisit(
	ctx: Context,
	input: About<DeclineInput>
): Promise<VisitReceipt> {
	const { visit, actor } = await asHost(ctx, input.ref);
	await inTransaction(ctx, (inner) =>
		takeStep(inner, {
			visit,
			actor,
			side: 'host',
			action: 'decline',
			version: input.version,
			changes: {
				decisionReasonCode: input.reason_code,
				decisionReason: input.reason,
				decisionAlternative: input.alternative,
				answerDueOn: null
			},
			template: 'visit_declined'
		})
	);
	return receipt(ctx, input.ref);
}

/** Takes a request back before it has a date. */
export async function withdrawVisit(
	ctx: Context,
	input: About<VersionInput>
): Promise<VisitReceipt> {
	const visit = await getOwn(ctx, input.ref);
	const actor = authorize(ctx.actor, {
		do: 'visit.withdraw',
		visitorRegionCode: visit.visitorRegionCode
	});
	await inTransaction(ctx, (inner) =>
		takeStep(inner, {
			visit,
			actor,
			side: 'visitor',
			action: 'withdraw',
			version: input.version,
			changes: { answerDueOn: null },
			template: 'visit_withdrawn'
		})
	);
	return receipt(ctx, input.ref);
}

/** Calls a dated visit off, from either side, and frees its session. */
export async function cancelVisit(ctx: Context, input: About<CancelInput>): Promise<VisitReceipt> {
	const visit = await getOwn(ctx, input.ref);
	const actor = requireActor(ctx.actor);
	const isHost = can(actor, { do: 'visit.decide', hostRegionCode: visit.hostRegionCode });
	const isVisitor = can(actor, {
		do: 'visit.withdraw',
		visitorRegionCode: visit.visitorRegionCode
	});
	if (!isHost && !isVisitor) throw new DomainError('forbidden');
	const host = await getHost(ctx, visit.hostRegionCode);

	await inTransaction(ctx, async (inner) => {
		await takeStep(inner, {
			visit,
			actor,
			side: isHost ? 'host' : 'visitor',
			action: 'cancel',
			version: input.version,
			changes: { decisionReason: input.reason },
			template: 'visit_cancelled'
		});
		await releaseClaims(inner, host, visit.id);
	});
	return receipt(ctx, input.ref);
}

async function asHost(
	ctx: Context,
	ref: string
): Promise<{ visit: visits.VisitWithNames; actor: Actor }> {
	const visit = await getOwn(ctx, ref);
	const actor = authorize(ctx.actor, {
		do: 'visit.decide',
		hostRegionCode: visit.hostRegionCode
	});
	return { visit, actor };
}

/** A visit of which the actor's region is a side; to everyone else it does not exist. */
export async function getOwn(ctx: Context, ref: string): Promise<visits.VisitWithNames> {
	requireActor(ctx.actor);
	const visit = await visits.findByRef(ctx.db, ref);
	const isVisible =
		visit &&
		can(ctx.actor, {
			do: 'visit.view',
			hostRegionCode: visit.hostRegionCode,
			visitorRegionCode: visit.visitorRegionCode
		});
	if (!isVisible) throw new DomainError('not_found');
	return visit;
}

async function sessionOf(ctx: Context, host: HostWithRegion, id: string) {
	const parsed = parseSessionId(id);
	const windows = await hosts.listWindows(ctx.db, host.regionCode);
	const window = windows.find((candidate) => candidate.id === parsed?.windowId);
	if (!parsed || !window) throw invalidField('session', 'visit.session.unknown');
	const { startsAt, endsAt, slots } = window;
	return { ...parsed, startsAt, endsAt, slots };
}

async function receipt(ctx: Context, ref: string): Promise<VisitReceipt> {
	const visit = await getOwn(ctx, ref);
	return { ref: visit.ref, state: visit.state, version: visit.version };
}
