import type { Db } from '#lib/database/connection.ts';
import type { VisitEvent } from '#lib/database/tables/visits.ts';

export type EventWithName = VisitEvent & { accountName: string | null };

export async function listEvents(db: Db, visitId: string): Promise<EventWithName[]> {
	return db
		.selectFrom('visitEvent')
		.leftJoin('account', 'account.id', 'visitEvent.accountId')
		.selectAll('visitEvent')
		.select('account.name as accountName')
		.where('visitEvent.visitId', '=', visitId)
		.orderBy('visitEvent.number')
		.execute();
}

export async function appendEvent(db: Db, event: Omit<VisitEvent, 'number'>): Promise<void> {
	const { last } = await db
		.selectFrom('visitEvent')
		.select((eb) => eb.fn.max<number | null>('number').as('last'))
		.where('visitId', '=', event.visitId)
		.executeTakeFirstOrThrow();
	const number = (last ?? 0) + 1;
	await db
		.insertInto('visitEvent')
		.values({ ...event, number })
		.execute();
}
