import type { Db } from '#lib/database/connection.ts';
import type { Host, SessionClaim } from '#lib/database/tables/visits.ts';

/** Claims one slot; a second claim of the same slot violates the primary key. */
export async function insertClaim(db: Db, claim: SessionClaim): Promise<void> {
	await db.insertInto('sessionClaim').values(claim).execute();
}

export async function listSlots(
	db: Db,
	hostRegionCode: string,
	day: string,
	windowId: string
): Promise<number[]> {
	const rows = await db
		.selectFrom('sessionClaim')
		.select('slot')
		.where('hostRegionCode', '=', hostRegionCode)
		.where('day', '=', day)
		.where('windowId', '=', windowId)
		.execute();
	return rows.map(({ slot }) => slot);
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

/** Counts one more visit for a day; the CHECK refuses what the host's limits do not allow. */
export async function addToDay(
	db: Db,
	host: Pick<Host, 'regionCode' | 'visitsPerDay' | 'peoplePerDay'>,
	day: string,
	people: number
): Promise<void> {
	const limits = { maxVisits: host.visitsPerDay, maxPeople: host.peoplePerDay };
	await db
		.insertInto('hostDay')
		.values({ hostRegionCode: host.regionCode, day, visits: 0, people: 0, ...limits })
		.onConflict((conflict) => conflict.columns(['hostRegionCode', 'day']).doNothing())
		.execute();
	await db
		.updateTable('hostDay')
		.set((eb) => ({
			visits: eb('visits', '+', 1),
			people: eb('people', '+', people),
			...limits
		}))
		.where('hostRegionCode', '=', host.regionCode)
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

/**
 * Counts a visit less for its day and month. The limits stay as they were: a host that has
 * lowered them below what it promised must still be able to give something back.
 */
export async function subtract(
	db: Db,
	{ hostRegionCode, day, people }: Pick<SessionClaim, 'hostRegionCode' | 'day' | 'people'>
): Promise<void> {
	await db
		.updateTable('hostDay')
		.set((eb) => ({ visits: eb('visits', '-', 1), people: eb('people', '-', people) }))
		.where('hostRegionCode', '=', hostRegionCode)
		.where('day', '=', day)
		.execute();
	await db
		.updateTable('hostMonth')
		.set((eb) => ({ visits: eb('visits', '-', 1) }))
		.where('hostRegionCode', '=', hostRegionCode)
		.where('month', '=', day.slice(0, 7))
		.execute();
}
