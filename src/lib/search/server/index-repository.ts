import { sql } from 'kysely';
import type { Db } from '#lib/database/connection.ts';
import { isPostgres } from '#lib/database/dialect.ts';
import type { SearchDocument } from '#lib/database/tables/search.ts';
import type { Clause } from '../query-tree.ts';
import { toFts5Query, toTsQuery, toTsVector } from './full-text.ts';

/** The tokens of a write-up by how much they count: title, then what stands at its head, then the rest. */
export interface FieldTokens {
	readonly title: readonly string[];
	readonly head: readonly string[];
	readonly body: readonly string[];
}

/** A write-up that was found; the higher the score, the better. */
export interface Hit {
	readonly id: number;
	readonly score: number;
}

/**
 * Begins a change of the index and returns its number. Others that change it wait until this
 * transaction ends, so that the numbers become visible in their order.
 */
export async function beginChange(db: Db): Promise<number> {
	const { version } = await db
		.updateTable('searchState')
		.set((eb) => ({ version: eb('version', '+', 1) }))
		.returning('version')
		.executeTakeFirstOrThrow();
	return version;
}

export async function readState(db: Db): Promise<{ version: number; normaliser: number }> {
	return db.selectFrom('searchState').select(['version', 'normaliser']).executeTakeFirstOrThrow();
}

export async function setNormaliser(db: Db, normaliser: number): Promise<void> {
	await db.updateTable('searchState').set({ normaliser }).execute();
}

export async function findDocument(
	db: Db,
	innovationId: string
): Promise<SearchDocument | undefined> {
	return db
		.selectFrom('searchDocument')
		.selectAll()
		.where('innovationId', '=', innovationId)
		.executeTakeFirst();
}

/** The number for a new write-up; only between {@link beginChange} and the end of its transaction. */
export async function nextId(db: Db): Promise<number> {
	const row = await db
		.selectFrom('searchDocument')
		.select((eb) => eb.fn.max('id').as('id'))
		.executeTakeFirst();
	return ((row?.id as number | null | undefined) ?? 0) + 1;
}

export async function storeDocument(db: Db, row: SearchDocument): Promise<void> {
	await db
		.insertInto('searchDocument')
		.values(row)
		.onConflict((conflict) => conflict.column('id').doUpdateSet(row))
		.execute();
}

/** The documents changed after a state of the index, those removed too. */
export async function listChanged(db: Db, since: number): Promise<Omit<SearchDocument, 'words'>[]> {
	return db
		.selectFrom('searchDocument')
		.select([
			'id',
			'innovationId',
			'innovationVersion',
			'changedVersion',
			'isRemoved',
			'regionCode',
			'kind',
			'stage',
			'services',
			'kpis',
			'titleId',
			'titleEn',
			'publishedAt',
			'updatedAt',
			'confirmedOn'
		])
		.where('changedVersion', '>', since)
		.execute();
}

/** Puts a write-up's tokens into the full-text index, in the place of those it had. */
export async function replaceTokens(db: Db, id: number, tokens: FieldTokens | null): Promise<void> {
	if (isPostgres(db)) {
		await sql`delete from search_index where id = ${id}`.execute(db);
		if (!tokens) return;
		const { title, head, body } = tokens;
		const top = toTsVector([
			[title, 'A'],
			[head, 'B']
		]);
		const all = toTsVector([
			[title, 'A'],
			[head, 'B'],
			[body, 'D']
		]);
		await sql`insert into search_index (id, head, words) values (${id}, ${top}::tsvector, ${all}::tsvector)`.execute(
			db
		);
		return;
	}
	await sql`delete from search_index where rowid = ${id}`.execute(db);
	if (!tokens) return;
	const { title, head, body } = tokens;
	await sql`insert into search_index (rowid, title, head, body) values (${id}, ${title.join(' ')}, ${head.join(' ')}, ${body.join(' ')})`.execute(
		db
	);
}

/** How many hits PostgreSQL ranks by their whole text: it has to fetch that for each. */
const MAX_RANKED_WHOLE = 300;

/** The write-ups in which every clause holds, in no particular order. */
export async function findHits(db: Db, clauses: readonly Clause[]): Promise<Hit[]> {
	if (clauses.length === 0) return [];
	return isPostgres(db) ? hitsOfPostgres(db, clauses) : hitsOfSqlite(db, clauses);
}

async function hitsOfSqlite(db: Db, clauses: readonly Clause[]): Promise<Hit[]> {
	const query = toFts5Query(clauses);
	const { rows } =
		await sql<Hit>`select rowid as id, -bm25(search_index, 8.0, 3.0, 1.0) as score from search_index where search_index match ${query}`.execute(
			db
		);
	return rows;
}

/**
 * Ranks by title and head, which are short. Where all stands in the text only, the whole is
 * ranked when the hits are few, and otherwise all count alike.
 */
async function hitsOfPostgres(db: Db, clauses: readonly Clause[]): Promise<Hit[]> {
	const query = toTsQuery(clauses);
	const weights = sql`'{0.05, 0.1, 0.3, 1.0}'::float4[]`;
	const found = await sql<Hit>`
		select id, case when head @@ q then 1 + ts_rank(${weights}, head, q) else 0 end as score
		from search_index, cast(${query} as tsquery) as q
		where words @@ q`.execute(db);
	const { rows } = found;
	const deep = rows.filter(({ score }) => score === 0).map(({ id }) => id);
	if (deep.length === 0 || deep.length > MAX_RANKED_WHOLE) return rows;

	const ranked = await sql<Hit>`
		select id, ts_rank(${weights}, words, cast(${query} as tsquery)) as score
		from search_index where id in (${sql.join(deep)})`.execute(db);
	const scores = new Map(ranked.rows.map(({ id, score }) => [id, score]));
	return rows.map(({ id, score }) => ({ id, score: scores.get(id) ?? score }));
}
