import type { Db } from '#lib/database/connection.ts';

/** What an account wrote and asked for in visits, and the people it announced. */
export async function readOf(db: Db, accountId: string) {
	return {
		requestedVisits: await db
			.selectFrom('visit')
			.select(['ref', 'hostRegionCode', 'visitorRegionCode', 'state', 'mode', 'people'])
			.select(['purpose', 'onsiteReason', 'needs', 'createdAt', 'submittedAt'])
			.where('requestedBy', '=', accountId)
			.orderBy('createdAt')
			.execute(),
		delegates: await db
			.selectFrom('visitDelegate')
			.innerJoin('visit', 'visit.id', 'visitDelegate.visitId')
			.select(['visit.ref', 'visitDelegate.name', 'visitDelegate.jobPosition'])
			.select(['visitDelegate.organisation', 'visitDelegate.role', 'visitDelegate.needs'])
			.select(['visitDelegate.nip', 'visitDelegate.attendedAt', 'visitDelegate.createdAt'])
			.where('visit.requestedBy', '=', accountId)
			.orderBy('visitDelegate.createdAt')
			.orderBy('visitDelegate.id')
			.execute(),
		visitActions: await db
			.selectFrom('visitEvent')
			.innerJoin('visit', 'visit.id', 'visitEvent.visitId')
			.select(['visit.ref', 'visitEvent.action', 'visitEvent.role', 'visitEvent.side'])
			.select(['visitEvent.detail', 'visitEvent.happenedAt'])
			.where('visitEvent.accountId', '=', accountId)
			.orderBy('visitEvent.happenedAt')
			.execute(),
		visitMessages: await db
			.selectFrom('visitMessage')
			.innerJoin('visit', 'visit.id', 'visitMessage.visitId')
			.select(['visit.ref', 'visitMessage.audience', 'visitMessage.body'])
			.select('visitMessage.createdAt')
			.where('visitMessage.accountId', '=', accountId)
			.orderBy('visitMessage.createdAt')
			.execute(),
		visitDrafts: await db
			.selectFrom('visitDraft')
			.select(['hostRegionCode', 'data', 'createdAt', 'updatedAt'])
			.where('accountId', '=', accountId)
			.orderBy('createdAt')
			.execute(),
		calendarAddresses: await db
			.selectFrom('calendarFeed')
			.select(['scope', 'regionCode', 'createdAt', 'usedAt', 'revokedAt'])
			.where('accountId', '=', accountId)
			.orderBy('createdAt')
			.execute()
	};
}

/** Removes what is only the account's own, and its name from delegations of its regions. */
export async function eraseOf(
	db: Db,
	accountId: string,
	name: string,
	regionCodes: readonly string[]
): Promise<void> {
	for (const table of ['visitDraft', 'calendarFeed', 'calendarDelivery'] as const) {
		await db.deleteFrom(table).where('accountId', '=', accountId).execute();
	}
	if (regionCodes.length === 0) return;
	await db
		.deleteFrom('visitDelegate')
		.where('name', '=', name)
		.where('visitId', 'in', (eb) =>
			eb.selectFrom('visit').select('id').where('visitorRegionCode', 'in', regionCodes)
		)
		.execute();
}
