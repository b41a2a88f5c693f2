import type { Db } from '#lib/database/connection.ts';
import type { CalendarDelivery, VisitCalendar } from '#lib/database/tables/visit-parts.ts';

/** The sessions held for a visit that are still offered. */
export async function listHolds(
	db: Db,
	visitId: string,
	now: string
): Promise<{ day: string; startsAt: string; endsAt: string; claimedAt: string }[]> {
	return db
		.selectFrom('sessionClaim')
		.innerJoin('hostWindow', 'hostWindow.id', 'sessionClaim.windowId')
		.select(['sessionClaim.day', 'hostWindow.startsAt', 'hostWindow.endsAt'])
		.select('sessionClaim.claimedAt')
		.where('sessionClaim.visitId', '=', visitId)
		.where('sessionClaim.holdExpiresAt', '>', now)
		.orderBy('sessionClaim.day')
		.orderBy('hostWindow.startsAt')
		.execute();
}

export async function findAddress(db: Db, regionCode: string): Promise<string> {
	const host = await db
		.selectFrom('host')
		.select('address')
		.where('regionCode', '=', regionCode)
		.executeTakeFirst();
	return host?.address ?? '';
}

export async function findEntry(db: Db, visitId: string): Promise<VisitCalendar | undefined> {
	return db
		.selectFrom('visitCalendar')
		.selectAll()
		.where('visitId', '=', visitId)
		.executeTakeFirst();
}

/** Stores the entry of a visit; its UID and the instant it was made stay what they were. */
export async function saveEntry(db: Db, entry: VisitCalendar): Promise<void> {
	const { visitId, uid, createdAt, ...changes } = entry;
	await db
		.insertInto('visitCalendar')
		.values({ visitId, uid, createdAt, ...changes })
		.onConflict((conflict) => conflict.column('visitId').doUpdateSet(changes))
		.execute();
}

export async function findDelivery(
	db: Db,
	visitId: string,
	accountId: string
): Promise<CalendarDelivery | undefined> {
	return db
		.selectFrom('calendarDelivery')
		.selectAll()
		.where('visitId', '=', visitId)
		.where('accountId', '=', accountId)
		.executeTakeFirst();
}

export async function saveDelivery(db: Db, delivery: CalendarDelivery): Promise<void> {
	const { sequence, method, sentAt } = delivery;
	await db
		.insertInto('calendarDelivery')
		.values(delivery)
		.onConflict((conflict) =>
			conflict.columns(['visitId', 'accountId']).doUpdateSet({ sequence, method, sentAt })
		)
		.execute();
}
