import type { Context } from '#lib/core/context.ts';
import { invalidField } from '#lib/core/errors.ts';
import { parseSessionId, type Session } from '../sessions.ts';
import { listSessions } from './hosts.ts';

/** For these the database decides at the claim, so that nobody can come in between. */
const DECIDED_BY_CLAIM: readonly string[] = ['taken', 'day_full', 'month_full'];

/** A session that the host has on that day; a closed day is refused, a full one not yet. */
export async function sessionToGive(
	ctx: Pick<Context, 'db' | 'now'>,
	region: string,
	id: string,
	path = 'session'
): Promise<Session> {
	const day = parseSessionId(id)?.day;
	if (day === undefined) throw invalidField(path, 'visit.session.unknown');
	const { sessions } = await listSessions(ctx, { region, from: day, to: day, isDecision: true });
	const session = sessions.find((candidate) => candidate.id === id);
	if (!session) throw invalidField(path, 'visit.session.unknown');
	const { closedReason } = session;
	if (closedReason && !DECIDED_BY_CLAIM.includes(closedReason.code)) {
		throw invalidField(path, 'visit.session.closed');
	}
	return session;
}
