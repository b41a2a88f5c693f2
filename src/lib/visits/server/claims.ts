import type { Context } from '#lib/core/context.ts';
import { DomainError, type ErrorDetails } from '#lib/core/errors.ts';
import type { Day } from '#lib/core/period.ts';
import type { SessionClaim } from '#lib/database/tables/visits.ts';
import { isCheckViolation, isUniqueViolation } from '#lib/database/errors.ts';
import type { Session } from '../sessions.ts';
import * as claims from './claims-repository.ts';
import { listSessions, type HostWithRegion } from './hosts.ts';
import { lock } from './hosts-repository.ts';

interface Claim {
	readonly windowId: string;
	readonly day: Day;
	/** How many visits the session takes. */
	readonly slots: number;
	readonly visitId: string;
	readonly people: number;
}

/**
 * Claims a slot of a session and counts the visit for its day and month, inside the caller's
 * transaction. The database decides: the claim's key against a second taker, the counters'
 * CHECKs against one too many. Throws the database's refusal; see {@link refusalOf}.
 */
export async function claimSession(
	ctx: Pick<Context, 'db' | 'now'>,
	host: HostWithRegion,
	{ windowId, day, slots, visitId, people }: Claim
): Promise<void> {
	const now = ctx.now().toISOString();
	// One claim or release at a time for a host, in whatever order they touch days and slots.
	await lock(ctx.db, host.regionCode);
	for (const hold of await claims.listExpiredHolds(ctx.db, host.regionCode, now)) {
		await release(ctx, hold);
	}
	await claims.addToDay(ctx.db, host, day, people);
	await claims.addToMonth(ctx.db, host, day.slice(0, 7));
	const taken = await claims.listSlots(ctx.db, host.regionCode, day, windowId);
	// When all are taken, the first is tried all the same, so that the key refuses.
	const free = Array.from({ length: slots }, (_, i) => i + 1).find((slot) => !taken.includes(slot));
	await claims.insertClaim(ctx.db, {
		hostRegionCode: host.regionCode,
		day,
		windowId,
		slot: free ?? 1,
		visitId,
		people,
		holdExpiresAt: null,
		claimedAt: now
	});
}

/** Gives back what a visit claimed, inside the caller's transaction. */
export async function releaseClaims(
	ctx: Pick<Context, 'db'>,
	hostRegionCode: string,
	visitId: string
): Promise<void> {
	await lock(ctx.db, hostRegionCode);
	for (const claim of await claims.listClaimsOf(ctx.db, visitId)) await release(ctx, claim);
}

async function release({ db }: Pick<Context, 'db'>, claim: SessionClaim): Promise<void> {
	if (await claims.removeClaim(db, claim)) await claims.subtract(db, claim);
}

const MAX_ALTERNATIVES = 5;

/**
 * Turns the database's refusal of a claim into what the host can act on, with free sessions to
 * take instead; any other error comes back as it was. Call it outside the transaction.
 */
export async function refusalOf(
	ctx: Pick<Context, 'db' | 'now'>,
	host: HostWithRegion,
	wanted: { readonly sessionId: string; readonly people: number },
	error: unknown
): Promise<unknown> {
	const isTaken = isUniqueViolation(error);
	if (!isTaken && !isCheckViolation(error)) return error;

	const { sessions } = await listSessions(ctx, { region: host.regionCode, isDecision: true });
	const alternatives = sessions
		.filter(({ closedReason, peopleLeft }) => closedReason === null && peopleLeft >= wanted.people)
		.slice(0, MAX_ALTERNATIVES)
		.map(({ id, day, startsAt, endsAt }) => ({
			session: id,
			day,
			start: startsAt,
			end: endsAt,
			timezone: host.timezone
		}));
	if (isTaken) return new DomainError('slot_taken', { extra: { alternatives } });

	return new DomainError('day_full', {
		...whatIsFull(
			host,
			sessions.find(({ id }) => id === wanted.sessionId)
		),
		extra: { alternatives }
	});
}

/** Two counters may refuse, and one of them for two reasons: the reader is told which. */
function whatIsFull(host: HostWithRegion, session: Session | undefined): ErrorDetails {
	if (session?.closedReason?.code === 'month_full') {
		return { message: 'visit.full.month', values: { max: host.visitsPerMonth } };
	}
	if (session?.closedReason === null) {
		return { message: 'visit.full.people', values: { left: session.peopleLeft } };
	}
	return {};
}
