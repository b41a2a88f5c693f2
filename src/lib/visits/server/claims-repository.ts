import type { Db } from '#lib/database/connection.ts';
import type { Host, SessionClaim } from '#lib/database/tables/visits.ts';

/** Claims one slot; a second claim of the same slot violates the primary key. */
export async function insertClaim(db: Db, claim: SessionClaim): Promise<void> {
	await db.insertInto('sessionClaim').values(claim).execute();
}

export async function listTaken(
	db: Db,
	hostRegionCode: string,
	day: string,
	windowId: string
): Promise<Pick<SessionClaim, 'slot' | 'holdExpiresAt'>[]> {
	return db
		.selectFrom('sessionClaim')
		.select(['slot', 'holdExpiresAt'])
		.where('hostRegionCode', '=', hostRegionCode)
		.where('day', '=', day)
		.where('windowId', '=', windowId)
		.execute();
}

export async function listClaimsOf(db: Db, visitId: string): Promise<SessionClaim[]> {
	return db.selectFrom('sessionClaim').selectAll().where('visitId', '=', visitId).execute();
}

export async function listExpiredHolds(
	db: Db,
	hostRegionCode: string,
	now: string
): Promise<SessionClaim[]> {
	return db
		.selectFrom('sessionClaim')
		.selectAll()
		.where('hostRegionCode', '=', hostRegionCode)
		.where('holdExpiresAt', '<=', now)
		.execute();
}

/** Removes a claim; false when somebody else has removed it already. */
export async function removeClaim(db: Db, claim: SessionClaim): Promise<boolean> {
	const result = await db
		.deleteFrom('sessionClaim')
		.where('hostRegionCode', '=', claim.hostRegionCode)
		.where('day', '=', claim.day)
		.where('windowId', '=', claim.windowId)
		.where('slot', '=', claim.slot)
		.executeTakeFirst();
	return Number(result.numDeletedRows) === 1;
}

/** Slots above this belong to regions that join a visit: they take no place of the session. */
export const LAST_OWN_SLOT = 100;

/** The region that joined a session first, if one did. */
export async function findJoint(
	db: Db,
	{ hostRegionCode, day, windowId }: Pick<SessionClaim, 'hostRegionCode' | 'day' | 'windowId'>
): Promise<SessionClaim | undefined> {
	return db
		.selectFrom('sessionClaim')
		.selectAll()
		.where('hostRegionCode', '=', hostRegionCode)
		.where('day', '=', day)
		.where('windowId', '=', windowId)
		.where('slot', '>', LAST_OWN_SLOT)
		.orderBy('slot')
		.executeTakeFirst();
}

/** Gives a joint claim a slot of its own, which counts as a visit. */
export async function promote(db: Db, claim: SessionClaim, slot: number): Promise<void> {
	await db
		.updateTable('sessionClaim')
		.set({ slot, countsVisit: 1 })
		.where('hostRegionCode', '=', claim.hostRegionCode)
		.where('day', '=', claim.day)
		.where('windowId', '=', claim.windowId)
		.where('slot', '=', claim.slot)
		.execute();
}

/** Makes a hold a claim for good. */
export async function confirm(db: Db, claim: SessionClaim, now: string): Promise<void> {
	await db
		.updateTable('sessionClaim')
		.set({ holdExpiresAt: null, claimedAt: now })
		.where('hostRegionCode', '=', claim.hostRegionCode)
		.where('day', '=', claim.day)
		.where('windowId', '=', claim.windowId)
		.where('slot', '=', claim.slot)
		.execute();
}

/** The hosts that have holds which have run out. */
export async function listHostsWithExpiredHolds(db: Db, now: string): Promise<string[]> {
	const rows = await db
		.selectFrom('sessionClaim')
		.select('hostRegionCode')
		.distinct()
		.where('holdExpiresAt', '<=', now)
		.execute();
	return rows.map(({ hostRegionCode }) => hostRegionCode);
}

/** The people of an open study day, which has places of its own; undefined on other days. */
export async function findOpenDay(
	db: Db,
	regionCode: string,
	day: string
): Promise<{ id: string; people: number | null } | undefined> {
	return db
		.selectFrom('hostWindow')
		.select(['id', 'people'])
		.where('regionCode', '=', regionCode)
		.where('kind', '=', 'open_day')
		.where('validFrom', '=', day)
		.where('validTo', '=', day)
		.executeTakeFirst();
}

/**
 * Counts people, and a visit unless they join another, for a day; the CHECK refuses what the
 * limits do not allow.
 */
export async function addToDay(
	db: Db,
	{ hostRegionCode, day, people, countsVisit }: Counted,
	limits: { maxVisits: number; maxPeople: number }
): Promise<void> {
	await db
		.insertInto('hostDay')
		.values({ hostRegionCode, day, visits: 0, people: 0, ...limits })
		.onConflict((conflict) => conflict.columns(['hostRegionCode', 'day']).doNothing())
		.execute();
	await db
		.updateTable('hostDay')
		.set((eb) => ({
			visits: eb('visits', '+', countsVisit),
			people: eb('people', '+', people),
			...limits
		}))
		.where('hostRegionCode', '=', hostRegionCode)
		.where('day', '=', day)
		.execute();
}

/** Counts one more visit for a month; the CHECK refuses one too many. */
export async function addToMonth(
	db: Db,
	host: Pick<Host, 'regionCode' | 'visitsPerMonth'>,
	month: string
): Promise<void> {
	await db
		.insertInto('hostMonth')
		.values({ hostRegionCode: host.regionCode, month, visits: 0, maxVisits: host.visitsPerMonth })
		.onConflict((conflict) => conflict.columns(['hostRegionCode', 'month']).doNothing())
		.execute();
	await db
		.updateTable('hostMonth')
		.set((eb) => ({ visits: eb('visits', '+', 1), maxVisits: host.visitsPerMonth }))
		.where('hostRegionCode', '=', host.regionCode)
		.where('month', '=', month)
		.execute();
}

type Counted = Pick<SessionClaim, 'hostRegionCode' | 'day' | 'people' | 'countsVisit'>;

/**
 * Takes people, and the visit if they counted as one, from their day and month. The limits stay
 * as they were: a host that has lowered them below what it promised must still be able to give
 * something back.
 */
export async function subtract(
	db: Db,
	{ hostRegionCode, day, people, countsVisit }: Counted
): Promise<void> {
	await db
		.updateTable('hostDay')
		.set((eb) => ({ visits: eb('visits', '-', countsVisit), people: eb('people', '-', people) }))
		.where('hostRegionCode', '=', hostRegionCode)
		.where('day', '=', day)
		.execute();
	if (countsVisit === 0) return;
	await db
		.updateTable('hostMonth')
		.set((eb) => ({ visits: eb('visits', '-', 1) }))
		.where('hostRegionCode', '=', hostRegionCode)
		.where('month', '=', day.slice(0, 7))
		.execute();
}
