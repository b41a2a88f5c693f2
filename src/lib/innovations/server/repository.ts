import { sql } from 'kysely';
import type { Db } from '#lib/database/connection.ts';
import type { Innovation } from '#lib/database/tables/innovations.ts';

/** What a list needs of a write-up; its sections are read for those that are shown. */
export type InnovationHead = Omit<
	Innovation,
	'needsDelegation' | 'difficulty' | 'staffCount' | 'annualBudgetRupiah' | 'sdgs' | 'website'
>;

/** A word that must occur, in a text of the write-up or in the name of one of these regions. */
export interface WantedWord {
	readonly word: string;
	readonly regionCodes: readonly string[];
}

/** The published write-ups in which each of the words occurs, the newest first. */
export async function listPublished(
	db: Db,
	words: readonly WantedWord[] = []
): Promise<InnovationHead[]> {
	let query = heads(db).where('state', '=', 'published');
	for (const { word, regionCodes } of words) {
		const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
		query = query.where((eb) => {
			const has = (column: Parameters<typeof eb.ref>[0]) =>
				sql<boolean>`lower(${eb.ref(column)}) like ${pattern} escape '\\'`;
			return eb.or([
				has('innovation.titleId'),
				has('innovation.titleEn'),
				has('innovation.summaryId'),
				has('innovation.summaryEn'),
				eb('innovation.regionCode', 'in', regionCodes),
				eb.exists(
					eb
						.selectFrom('innovationSection as section')
						.select('section.section')
						.whereRef('section.innovationId', '=', 'innovation.id')
						.where((inner) => {
							const text = (column: 'section.markdownId' | 'section.markdownEn') =>
								sql<boolean>`lower(${inner.ref(column)}) like ${pattern} escape '\\'`;
							return inner.or([text('section.markdownId'), text('section.markdownEn')]);
						})
				)
			]);
		});
	}
	return query.orderBy('publishedAt', 'desc').orderBy('slug').execute();
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
export async function insert(db: Db, innovation: Innovation): Promise<boolean> {
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
