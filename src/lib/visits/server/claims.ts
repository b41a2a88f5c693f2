import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField, type ErrorDetails } from '#lib/core/errors.ts';
import type { Day } from '#lib/core/period.ts';
import type { SessionClaim } from '#lib/database/tables/visits.ts';
import { isCheckViolation, isUniqueViolation } from '#lib/database/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { Alternative } from '../choice.ts';
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
	/** Until when the session is only held for the visit. */
	readonly holdExpiresAt?: string | null;
	/** The visit joins another that has the session, if one has. */
	readonly isJoint?: boolean;
	/** A hold for moving a visit counts people but no visit: the visit is counted already. */
	readonly isMove?: boolean;
}

/**
 * Claims a slot of a session and counts the visit for its day and month, inside the caller's
 * transaction. The database decides: the claim's key against a second taker, the counters'
 * CHECKs against one too many. Throws the database's refusal; see {@link refusalOf}.
 */
export async function claimSession(
	ctx: Pick<Context, 'db' | 'now'>,
	host: HostWithRegion,
	claim: Claim
): Promise<void> {
	const { windowId, day, slots, visitId, people } = claim;
	const now = ctx.now().toISOString();
	// One claim or release at a time for a host, in whatever order they touch days and slots.
	await lock(ctx.db, host.regionCode);
	await releaseExpired(ctx, host.regionCode);

	const openDay = await claims.findOpenDay(ctx.db, host.regionCode, day);
	// The study day may have been opened since the session was looked at.
	if (openDay && openDay.id !== windowId) throw invalidField('session', 'visit.session.closed');
	const taken = await claims.listTaken(ctx.db, host.regionCode, day, windowId);
	const used = taken.map(({ slot }) => slot);
	const own = Array.from({ length: slots }, (_, i) => i + 1).find((slot) => !used.includes(slot));
	const isThere = taken.some(({ holdExpiresAt }) => holdExpiresAt === null);
	const joins = claim.isJoint === true && own === undefined && isThere;
	const countsVisit = joins || openDay || claim.isMove ? 0 : 1;

	const counted = { hostRegionCode: host.regionCode, day, people, countsVisit } as const;
	// First the slot: of a session that is taken on a day that is full, the first is the news.
	await claims.insertClaim(ctx.db, {
		...counted,
		windowId,
		// When all are taken, the first is tried all the same, so that the key refuses.
		slot: joins ? Math.max(claims.LAST_OWN_SLOT, ...used) + 1 : (own ?? 1),
		visitId,
		holdExpiresAt: claim.holdExpiresAt ?? null,
		claimedAt: now
	});
	await claims.addToDay(ctx.db, counted, {
		maxVisits: host.visitsPerDay,
		maxPeople: openDay?.people ?? host.peoplePerDay
	});
	if (countsVisit === 1) await claims.addToMonth(ctx.db, host, day.slice(0, 7));
}

/**
 * Makes a visit's hold of a session its claim, and gives its other holds back, inside the
 * caller's transaction. False when the hold has run out or was never there.
 */
export async function confirmHold(
	ctx: Pick<Context, 'db' | 'now'>,
	hostRegionCode: string,
	{ visitId, windowId, day }: Pick<Claim, 'visitId' | 'windowId' | 'day'>
): Promise<boolean> {
	await lock(ctx.db, hostRegionCode);
	await releaseExpired(ctx, hostRegionCode);
	const holds = await claims.listClaimsOf(ctx.db, visitId);
	const chosen = holds.find((hold) => hold.windowId === windowId && hold.day === day);
	if (!chosen) return false;
	for (const hold of holds) if (hold !== chosen) await release(ctx, hold);
	await claims.confirm(ctx.db, chosen, ctx.now().toISOString());
	return true;
}

/** Gives back what a visit claimed, or only what it holds, inside the caller's transaction. */
export async function releaseClaims(
	ctx: Pick<Context, 'db'>,
	hostRegionCode: string,
	visitId: string,
	which: 'all' | 'holds' = 'all'
): Promise<void> {
	await lock(ctx.db, hostRegionCode);
	for (const claim of await claims.listClaimsOf(ctx.db, visitId)) {
		if (which === 'all' || claim.holdExpiresAt !== null) await release(ctx, claim);
	}
}

/** Whether a visit shares its session with one that was there before. */
export async function isJointClaim(db: Context['db'], visitId: string): Promise<boolean> {
	const own = await claims.listClaimsOf(db, visitId);
	return own.some(({ slot, holdExpiresAt }) => slot > claims.LAST_OWN_SLOT && !holdExpiresAt);
}

/** Gives back every hold that has run out; returns for how many hosts there were some. */
export async function sweepHolds(ctx: Pick<Context, 'db' | 'now'>): Promise<number> {
	const regions = await claims.listHostsWithExpiredHolds(ctx.db, ctx.now().toISOString());
	for (const regionCode of regions) {
		await inTransaction(ctx, async (inner) => {
			await lock(inner.db, regionCode);
			await releaseExpired(inner, regionCode);
		});
	}
	return regions.length;
}

async function releaseExpired(
	ctx: Pick<Context, 'db' | 'now'>,
	hostRegionCode: string
): Promise<void> {
	const now = ctx.now().toISOString();
	for (const hold of await claims.listExpiredHolds(ctx.db, hostRegionCode, now)) {
		await release(ctx, hold);
	}
}

/** A region that had joined the visit takes its place, so that the session stays one visit. */
async function release({ db }: Pick<Context, 'db'>, claim: SessionClaim): Promise<void> {
	if (!(await claims.removeClaim(db, claim))) return;
	const isVisit = claim.countsVisit === 1 && claim.holdExpiresAt === null;
	const heir = isVisit ? await claims.findJoint(db, claim) : undefined;
	if (heir) await claims.promote(db, heir, claim.slot);
	await claims.subtract(db, heir ? { ...claim, countsVisit: 0 } : claim);
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
	const alternatives = sessions.filter(isFreeFor(wanted.people)).slice(0, MAX_ALTERNATIVES);
	const extra = { alternatives: alternatives.map((session) => alternativeRow(session, host)) };
	if (isTaken) return new DomainError('slot_taken', { extra });

	return new DomainError('day_full', {
		...whatIsFull(
			host,
			sessions.find(({ id }) => id === wanted.sessionId)
		),
		extra
	});
}

/** Sessions a host could give to so many people, the next first. */
export async function alternativesFor(
	ctx: Pick<Context, 'db' | 'now'>,
	region: string,
	people: number
): Promise<Alternative[]> {
	const { host, sessions } = await listSessions(ctx, { region, isDecision: true });
	const free = sessions.filter(isFreeFor(people)).slice(0, MAX_ALTERNATIVES);
	return free.map((session) => alternativeRow(session, host));
}

function isFreeFor(people: number): (session: Session) => boolean {
	return ({ closedReason, peopleLeft }) => closedReason === null && peopleLeft >= people;
}

function alternativeRow({ id, day, startsAt, endsAt }: Session, host: HostWithRegion): Alternative {
	return { session: id, day, start: startsAt, end: endsAt, timezone: host.timezone };
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
