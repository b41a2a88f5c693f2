import type { Context } from '#lib/core/context.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { AcceptInput } from '../schema.ts';
import { claimSession, refusalOf } from './claims.ts';
import { CLOCK_STOPPED } from './clock.ts';
import { getHost } from './hosts.ts';
import { actingOn, receipt, type About, type VisitReceipt } from './own-visit.ts';
import { sessionToGive } from './session-to-give.ts';
import { checkStep, takeStep } from './transition.ts';

/**
 * Agrees to a visit at a session. One transaction; the database refuses a session that is taken
 * (`slot_taken`) and a day or month that is full (`day_full`), both with free alternatives.
 * With `joint` the region joins the visit that has the session, if the people fit into the day.
 */
export async function acceptVisit(ctx: Context, input: About<AcceptInput>): Promise<VisitReceipt> {
	const { visit, actor, side } = await actingOn(ctx, input.ref, 'accept');
	const host = await getHost(ctx, visit.hostRegionCode);
	// Refused before the session is looked at: its place is gone because the visit has taken it.
	await checkStep(ctx, { visit, side, action: 'accept', version: input.version });
	const session = await sessionToGive(ctx, host.regionCode, input.session);

	try {
		await inTransaction(ctx, async (inner) => {
			// The version is compared before anything is claimed: the same visit accepted twice
			// is a stale version, not a taken session.
			await takeStep(inner, {
				visit,
				actor,
				side,
				action: 'accept',
				version: input.version,
				changes: {
					...CLOCK_STOPPED,
					sessionWindowId: session.windowId,
					sessionDay: session.day
				},
				detail: { day: session.day, start: session.startsAt, end: session.endsAt }
			});
			await claimSession(inner, host, {
				...session,
				visitId: visit.id,
				people: visit.people,
				isJoint: input.joint
			});
		});
	} catch (error) {
		throw await refusalOf(ctx, host, { sessionId: session.id, people: visit.people }, error);
	}
	return receipt(ctx, input.ref);
}
