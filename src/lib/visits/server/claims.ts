import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { Day } from '#lib/core/period.ts';
import { isCheckViolation, isUniqueViolation } from '#lib/database/errors.ts';
import { sessionId } from '../sessions.ts';
import * as claims from './claims-repository.ts';
import { listSessions, type HostWithRegion } from './hosts.ts';

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
	for (const hold of await claims.listExpiredHolds(ctx.db, host.regionCode, now)) {
		await claims.removeClaim(ctx.db, hold);
		await uncount(ctx, host, hold.day, hold.people);
	}
	// The day's row first: on PostgreSQL its lock makes claims of one day wait for each other.
	await claims.addToDay(ctx.db, host, day, 1, people);
	await claims.addToMonth(ctx.db, host, day.slice(0, 7), 1);
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
	ctx: Pick<Context, 'db' | 'now'>,
	host: HostWithRegion,
	visitId: string
): Promise<void> {
	for (const claim of await claims.listClaimsOf(ctx.db, visitId)) {
		await claims.removeClaim(ctx.db, claim);
		await uncount(ctx, host, claim.day, claim.people);
	}
}

async function uncount(
	ctx: Pick<Context, 'db'>,
	host: HostWithRegion,
	day: Day,
	people: number
): Promise<void> {
	await claims.addToDay(ctx.db, host, day, -1, -people);
	await claims.addToMonth(ctx.db, host, day.slice(0, 7), -1);
}

const MAX_ALTERNATIVES = 5;

/**
 * Turns the database's refusal of a claim into what the host can act on, with free sessions to
 * take instead; any other error comes back as it was. Call it outside the transaction.
 */
export async function refusalOf(
	ctx: Pick<Context, 'db' | 'now'>,
	host: HostWithRegion,
	people: number,
	error: unknown
): Promise<unknown> {
	const isTaken = isUniqueViolation(error);
	if (!isTaken && !isCheckViolation(error)) return error;

	const { sessions } = await listSessions(ctx, { region: host.regionCode });
	const alternatives = sessions
		.filter(({ closedReason, peopleLeft }) => closedReason === null && peopleLeft >= people)
		.slice(0, MAX_ALTERNATIVES)
		.map(({ windowId, day, startsAt, endsAt }) => ({
			session: sessionId(windowId, day),
			day,
			start: startsAt,
			end: endsAt,
			timezone: host.timezone
		}));
	return new DomainError(isTaken ? 'slot_taken' : 'day_full', { extra: { alternatives } });
}
