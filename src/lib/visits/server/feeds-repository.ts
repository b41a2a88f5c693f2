import type { Db } from '#lib/database/connection.ts';
import type { CalendarFeed } from '#lib/database/tables/visit-parts.ts';

export async function listFeedsOf(db: Db, accountId: string): Promise<CalendarFeed[]> {
	return db
		.selectFrom('calendarFeed')
		.selectAll()
		.where('accountId', '=', accountId)
		.where('revokedAt', 'is', null)
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
}

/** A calendar whose maker may still sign in. */
export async function findFeed(db: Db, id: string): Promise<CalendarFeed | undefined> {
	return db
		.selectFrom('calendarFeed')
		.innerJoin('account', 'account.id', 'calendarFeed.accountId')
		.selectAll('calendarFeed')
		.where('calendarFeed.id', '=', id)
		.where('account.disabledAt', 'is', null)
		.executeTakeFirst();
}

export async function insertFeed(db: Db, feed: CalendarFeed): Promise<void> {
	await db.insertInto('calendarFeed').values(feed).execute();
}

/** False when the account has no such feed. */
export async function revokeFeed(
	db: Db,
	accountId: string,
	id: string,
	at: string
): Promise<boolean> {
	const result = await db
		.updateTable('calendarFeed')
		.set({ revokedAt: at })
		.where('id', '=', id)
		.where('accountId', '=', accountId)
		.where('revokedAt', 'is', null)
		.executeTakeFirst();
	return Number(result.numUpdatedRows) === 1;
}

export async function touchFeed(db: Db, id: string, at: string): Promise<void> {
	await db.updateTable('calendarFeed').set({ usedAt: at }).where('id', '=', id).execute();
}

/** Visits that are or were in a calendar, of an account, a region, or a region as host. */
export async function listRefs(
	db: Db,
	{ scope, accountId, regionCode }: Pick<CalendarFeed, 'scope' | 'accountId' | 'regionCode'>,
	from: string
): Promise<string[]> {
	const rows = await db
		.selectFrom('visit')
		.select('ref')
		.where((eb) => {
			if (scope === 'user') return eb('requestedBy', '=', accountId);
			const hosted = eb('hostRegionCode', '=', regionCode ?? '');
			if (scope === 'host') return hosted;
			return eb.or([hosted, eb('visitorRegionCode', '=', regionCode ?? '')]);
		})
		.where((eb) => eb.or([eb('sessionDay', '>=', from), eb('state', '=', 'countered')]))
		.orderBy('sessionDay')
		.orderBy('ref')
		.execute();
	return rows.map(({ ref }) => ref);
}
