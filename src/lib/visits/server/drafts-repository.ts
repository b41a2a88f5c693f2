import type { Db } from '#lib/database/connection.ts';
import type { VisitDraft } from '#lib/database/tables/visits.ts';

export async function find(
	db: Db,
	accountId: string,
	hostRegionCode: string
): Promise<VisitDraft | undefined> {
	return db
		.selectFrom('visitDraft')
		.selectAll()
		.where('accountId', '=', accountId)
		.where('hostRegionCode', '=', hostRegionCode)
		.executeTakeFirst();
}

export type DraftWithHost = Pick<VisitDraft, 'hostRegionCode' | 'updatedAt'> & { hostName: string };

export async function list(db: Db, accountId: string): Promise<DraftWithHost[]> {
	return db
		.selectFrom('visitDraft')
		.innerJoin('region', 'region.code', 'visitDraft.hostRegionCode')
		.select(['visitDraft.hostRegionCode', 'visitDraft.updatedAt', 'region.name as hostName'])
		.where('visitDraft.accountId', '=', accountId)
		.orderBy('visitDraft.updatedAt', 'desc')
		.execute();
}

/** Stores a draft in place of an earlier one for the same host. */
export async function save(db: Db, draft: VisitDraft): Promise<void> {
	const { data, updatedAt } = draft;
	await db
		.insertInto('visitDraft')
		.values(draft)
		.onConflict((conflict) =>
			conflict.columns(['accountId', 'hostRegionCode']).doUpdateSet({ data, updatedAt })
		)
		.execute();
}

export async function remove(db: Db, accountId: string, hostRegionCode: string): Promise<void> {
	await db
		.deleteFrom('visitDraft')
		.where('accountId', '=', accountId)
		.where('hostRegionCode', '=', hostRegionCode)
		.execute();
}
