import type { Db } from '#lib/database/connection.ts';
import type { Holiday, Host, HostBlackout, HostWindow } from '#lib/database/tables/visits.ts';

export type HostWithRegion = Host & { name: string; timezone: string };

function hosts(db: Db) {
	return db
		.selectFrom('host')
		.innerJoin('region', 'region.code', 'host.regionCode')
		.selectAll('host')
		.select(['region.name', 'region.timezone'])
		.where('host.closedAt', 'is', null);
}

export async function list(db: Db): Promise<HostWithRegion[]> {
	return hosts(db).orderBy('region.code').execute();
}

export async function find(db: Db, regionCode: string): Promise<HostWithRegion | undefined> {
	return hosts(db).where('host.regionCode', '=', regionCode).executeTakeFirst();
}

/**
 * Makes everyone else who claims, counts or asks at this host wait until the transaction ends.
 * Writes nothing new: PostgreSQL locks the row, and SQLite's writers wait for each other anyway.
 */
export async function lock(db: Db, regionCode: string): Promise<void> {
	await db
		.updateTable('host')
		.set((eb) => ({ closedAt: eb.ref('closedAt') }))
		.where('regionCode', '=', regionCode)
		.execute();
}

export async function listWindows(db: Db, regionCode: string): Promise<HostWindow[]> {
	return db
		.selectFrom('hostWindow')
		.selectAll()
		.where('regionCode', '=', regionCode)
		.orderBy('weekday')
		.orderBy('startsAt')
		.execute();
}

export async function listBlackouts(db: Db, regionCode: string): Promise<HostBlackout[]> {
	return db
		.selectFrom('hostBlackout')
		.selectAll()
		.where('regionCode', '=', regionCode)
		.orderBy('fromDay')
		.execute();
}

/** Holidays of the country and of one region, from a day on. */
export async function listHolidays(db: Db, regionCode: string, from: string): Promise<Holiday[]> {
	return db
		.selectFrom('holiday')
		.selectAll()
		.where('regionCode', 'in', ['', regionCode])
		.where('day', '>=', from)
		.orderBy('day')
		.execute();
}

/** Slots above this are those of regions that joined a visit. */
const LAST_OWN_SLOT = 100;

export interface TakenSession {
	readonly windowId: string;
	readonly day: string;
	/** Slots that are taken or held. */
	readonly taken: number;
	/** Slots that are only held. */
	readonly held: number;
}

/** Taken slots by window and day; an expired hold takes none. */
export async function countClaims(
	db: Db,
	regionCode: string,
	from: string,
	to: string,
	now: string
): Promise<TakenSession[]> {
	return db
		.selectFrom('sessionClaim')
		.select(['windowId', 'day'])
		.select((eb) => [
			eb.fn.countAll<number>().as('taken'),
			eb.fn.count<number>('holdExpiresAt').as('held')
		])
		.where('hostRegionCode', '=', regionCode)
		.where('day', '>=', from)
		.where('day', '<=', to)
		.where('slot', '<=', LAST_OWN_SLOT)
		.where((eb) => eb.or([eb('holdExpiresAt', 'is', null), eb('holdExpiresAt', '>', now)]))
		.groupBy(['windowId', 'day'])
		.execute();
}

export async function listDays(
	db: Db,
	regionCode: string,
	from: string,
	to: string
): Promise<{ day: string; visits: number; people: number }[]> {
	return db
		.selectFrom('hostDay')
		.select(['day', 'visits', 'people'])
		.where('hostRegionCode', '=', regionCode)
		.where('day', '>=', from)
		.where('day', '<=', to)
		.execute();
}

export async function listMonths(
	db: Db,
	regionCode: string
): Promise<{ month: string; visits: number }[]> {
	return db
		.selectFrom('hostMonth')
		.select(['month', 'visits'])
		.where('hostRegionCode', '=', regionCode)
		.execute();
}
