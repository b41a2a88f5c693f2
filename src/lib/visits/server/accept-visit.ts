import type { Context } from '#lib/core/context.ts';
import { invalidField } from '#lib/core/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { AcceptInput } from '../schema.ts';
import { parseSessionId, type Session } from '../sessions.ts';
import { claimSession, refusalOf } from './claims.ts';
import { getHost, listSessions } from './hosts.ts';
import { asHost, receipt, type About, type VisitReceipt } from './own-visit.ts';
import { checkStep, takeStep } from './transition.ts';

/**
 * Agrees to a visit at a session. One transaction; the database refuses a session that is taken
 * (`slot_taken`) and a day or month that is full (`day_full`), both with free alternatives.
 */
export async function acceptVisit(ctx: Context, input: About<AcceptInput>): Promise<VisitReceipt> {
	const { visit, actor } = await asHost(ctx, input.ref);
	const host = await getHost(ctx, visit.hostRegionCode);
	// Refused before the session is looked at: its place is gone because the visit has taken it.
	await checkStep(ctx, { visit, side: 'host', action: 'accept', version: input.version });
	const session = await givableSession(ctx, host.regionCode, input.session);

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
		throw await refusalOf(ctx, host, { sessionId: session.id, people: visit.people }, error);
	}
	return receipt(ctx, input.ref);
}

/** For these the database decides at the claim, so that nobody can come in between. */
const DECIDED_BY_CLAIM: readonly string[] = ['taken', 'day_full', 'month_full'];

/** A session that the host has on that day; a closed day is refused, a full one not yet. */
async function givableSession(ctx: Context, region: string, id: string): Promise<Session> {
	const day = parseSessionId(id)?.day;
	if (day === undefined) throw invalidField('session', 'visit.session.unknown');
	const { sessions } = await listSessions(ctx, { region, from: day, to: day, isDecision: true });
	const session = sessions.find((candidate) => candidate.id === id);
	if (!session) throw invalidField('session', 'visit.session.unknown');
	const { closedReason } = session;
	if (closedReason && !DECIDED_BY_CLAIM.includes(closedReason.code)) {
		throw invalidField('session', 'visit.session.closed');
	}
	return session;
}
