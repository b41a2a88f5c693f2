import type { Insertable } from 'kysely';
import type { Db } from '#lib/database/connection.ts';
import type { Holiday, Host, HostBlackout, HostWindow } from '#lib/database/tables/visits.ts';

/** A region's settings as a host, whether it receives visits at present or not. */
export async function find(db: Db, regionCode: string): Promise<Host | undefined> {
	return db.selectFrom('host').selectAll().where('regionCode', '=', regionCode).executeTakeFirst();
}

export async function save(db: Db, host: Host): Promise<void> {
	const { regionCode: _key, isSample: _kept, ...changes } = host;
	await db
		.insertInto('host')
		.values(host)
		.onConflict((conflict) => conflict.column('regionCode').doUpdateSet(changes))
		.execute();
}

export async function insertWindow(db: Db, window: HostWindow): Promise<void> {
	await db.insertInto('hostWindow').values(window).execute();
}

/** The windows a host begins with; two people who open a region at once open it once. */
export async function insertFirstWindows(db: Db, windows: HostWindow[]): Promise<void> {
	await db
		.insertInto('hostWindow')
		.values(windows)
		.onConflict((conflict) => conflict.column('id').doNothing())
		.execute();
}

/** Lets a window end; visits that were promised in it keep their session. */
export async function endWindow(
	db: Db,
	regionCode: string,
	id: string,
	validTo: string
): Promise<boolean> {
	const result = await db
		.updateTable('hostWindow')
		.set({ validTo })
		.where('regionCode', '=', regionCode)
		.where('id', '=', id)
		.where('kind', '=', 'weekly')
		.executeTakeFirst();
	return Number(result.numUpdatedRows) === 1;
}

/** Removes an open study day; one that a region has or asks for violates a foreign key. */
export async function removeOpenDay(db: Db, regionCode: string, id: string): Promise<boolean> {
	const result = await db
		.deleteFrom('hostWindow')
		.where('regionCode', '=', regionCode)
		.where('id', '=', id)
		.where('kind', '=', 'open_day')
		.executeTakeFirst();
	return Number(result.numDeletedRows) === 1;
}

export async function countClaimsOn(db: Db, regionCode: string, day: string): Promise<number> {
	const { n } = await db
		.selectFrom('sessionClaim')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.where('hostRegionCode', '=', regionCode)
		.where('day', '=', day)
		.executeTakeFirstOrThrow();
	return n;
}

export async function insertBlackout(db: Db, blackout: HostBlackout): Promise<void> {
	await db.insertInto('hostBlackout').values(blackout).execute();
}

export async function removeBlackout(db: Db, regionCode: string, id: string): Promise<boolean> {
	const result = await db
		.deleteFrom('hostBlackout')
		.where('regionCode', '=', regionCode)
		.where('id', '=', id)
		.executeTakeFirst();
	return Number(result.numDeletedRows) === 1;
}

/** Holidays of a region alone. */
export async function listRegionalHolidays(
	db: Db,
	regionCode: string,
	from: string
): Promise<Holiday[]> {
	return db
		.selectFrom('holiday')
		.selectAll()
		.where('regionCode', '=', regionCode)
		.where('day', '>=', from)
		.orderBy('day')
		.execute();
}

export async function saveHolidays(
	db: Db,
	holidays: readonly Insertable<Holiday>[]
): Promise<void> {
	for (const holiday of holidays) {
		await db
			.insertInto('holiday')
			.values(holiday)
			.onConflict((conflict) => conflict.columns(['day', 'regionCode']).doUpdateSet(holiday))
			.execute();
	}
}

export async function removeHoliday(db: Db, regionCode: string, day: string): Promise<boolean> {
	const result = await db
		.deleteFrom('holiday')
		.where('regionCode', '=', regionCode)
		.where('day', '=', day)
		.executeTakeFirst();
	return Number(result.numDeletedRows) === 1;
}

/** Holidays of the country between two days. */
export async function listNationalHolidays(db: Db, from: string, to: string): Promise<Holiday[]> {
	return db
		.selectFrom('holiday')
		.selectAll()
		.where('regionCode', '=', '')
		.where('day', '>=', from)
		.where('day', '<=', to)
		.execute();
}

export interface ClaimedSession {
	readonly day: string;
	readonly windowId: string;
	readonly isHold: boolean;
	readonly people: number;
	readonly ref: string;
	readonly visitorName: string;
}

/** Who has which session from one day to another. */
export async function listClaimed(
	db: Db,
	regionCode: string,
	from: string,
	to: string,
	now: string
): Promise<ClaimedSession[]> {
	const rows = await db
		.selectFrom('sessionClaim')
		.innerJoin('visit', 'visit.id', 'sessionClaim.visitId')
		.innerJoin('region', 'region.code', 'visit.visitorRegionCode')
		.select(['sessionClaim.day', 'sessionClaim.windowId', 'sessionClaim.holdExpiresAt'])
		.select(['sessionClaim.people', 'visit.ref', 'region.name as visitorName'])
		.where('sessionClaim.hostRegionCode', '=', regionCode)
		.where('sessionClaim.day', '>=', from)
		.where('sessionClaim.day', '<=', to)
		.where((eb) =>
			eb.or([
				eb('sessionClaim.holdExpiresAt', 'is', null),
				eb('sessionClaim.holdExpiresAt', '>', now)
			])
		)
		.orderBy('sessionClaim.slot')
		.execute();
	return rows.map(({ holdExpiresAt, ...row }) => ({ ...row, isHold: holdExpiresAt !== null }));
}
