import type { Db } from '#lib/database/connection.ts';
import type { Insertable } from 'kysely';
import type { Innovation, InnovationTables } from '#lib/database/tables/innovations.ts';

/** What a list needs of a write-up; its sections are read for those that are shown. */
export type InnovationHead = Omit<
	Innovation,
	| 'needsDelegation'
	| 'difficulty'
	| 'staffCount'
	| 'annualBudgetRupiah'
	| 'sdgs'
	| 'facts'
	| 'website'
	| 'verifiedByRegions'
	| 'replicatedByRegions'
>;

/** The published write-ups, of all regions or of one, the newest first. */
export async function listPublished(db: Db, regionCode?: string): Promise<InnovationHead[]> {
	let query = heads(db).where('state', '=', 'published');
	if (regionCode !== undefined) query = query.where('regionCode', '=', regionCode);
	return query.orderBy('publishedAt', 'desc').orderBy('slug').execute();
}

/** Whether a region has a write-up of this title, public or not. */
export async function hasTitle(db: Db, regionCode: string, titleId: string): Promise<boolean> {
	const found = await db
		.selectFrom('innovation')
		.select('id')
		.where('regionCode', '=', regionCode)
		.where((eb) => eb(eb.fn<string>('lower', ['titleId']), '=', titleId.toLowerCase()))
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}

/** The drafts of these regions, those changed last first. */
export async function listDrafts(
	db: Db,
	regionCodes: readonly string[]
): Promise<InnovationHead[]> {
	return heads(db)
		.where('state', '=', 'draft')
		.where('regionCode', 'in', regionCodes)
		.orderBy('updatedAt', 'desc')
		.orderBy('slug')
		.execute();
}

function heads(db: Db) {
	return db
		.selectFrom('innovation')
		.select([
			'id',
			'slug',
			'regionCode',
			'agencyId',
			'titleId',
			'titleEn',
			'summaryId',
			'summaryEn',
			'kind',
			'form',
			'stage',
			'sustainability',
			'state',
			'validation',
			'startedOn',
			'startedPrecision',
			'isSample',
			'version',
			'createdAt',
			'updatedAt',
			'publishedAt',
			'confirmedOn'
		]);
}

export async function find(db: Db, slug: string): Promise<Innovation | undefined> {
	return db.selectFrom('innovation').selectAll().where('slug', '=', slug).executeTakeFirst();
}

export async function findById(db: Db, id: string): Promise<Innovation | undefined> {
	return db.selectFrom('innovation').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Returns false, and stores nothing, when the slug is taken. */
export async function insert(
	db: Db,
	innovation: Insertable<InnovationTables['innovation']>
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('innovation')
		.values(innovation)
		.onConflict((conflict) => conflict.column('slug').doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** Changes the version that was read to the next one; false when somebody was quicker. */
export async function update(
	db: Db,
	{ id, version }: Pick<Innovation, 'id' | 'version'>,
	change: Partial<Omit<Innovation, 'id' | 'slug' | 'version'>>
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('innovation')
		.set({ ...change, version: version + 1 })
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
