import { sql } from 'kysely';
import type { Db } from '#lib/database/connection.ts';
import { isPostgres } from '#lib/database/dialect.ts';
import { type Hits, hitsInGroups, hitsOf } from '../hits.ts';
import { type Clause, withoutSpellings } from '../query-tree.ts';
import { type Part, toFts5Query, toTsQuery } from './full-text.ts';

interface Hit {
	readonly id: number;
	readonly score: number;
}

/** So many hits are ranked by their words; of more the database would only count for long. */
const MAX_RANKED = 1500;

export interface HitsWanted {
	/** How many are ranked by their words. */
	readonly maxRanked?: number;
	/** How many of the best have to be told from the others: none for an order of another kind. */
	readonly best?: number;
}

/**
 * The write-ups in which every clause holds. Where they are many, as for a word that stands
 * nearly everywhere, they come in groups instead of ranks: those with the very words in their
 * titles, with other forms of them there, with them at their heads, and all others.
 */
export async function findHits(
	db: Db,
	clauses: readonly Clause[],
	{ maxRanked = MAX_RANKED, best = Infinity }: HitsWanted = {}
): Promise<Hits> {
	if (clauses.length === 0) return hitsOf([]);
	return byIndex(db, (db) => findAll(db, clauses, { maxRanked, best }));
}

/**
 * PostgreSQL counts what reading the pages of a table costs, and not what fetching and unpacking
 * every long text beside it does. For a word that stands nearly everywhere it would do just that,
 * a hundred times slower than by the index.
 */
async function byIndex<Result>(db: Db, run: (db: Db) => Promise<Result>): Promise<Result> {
	if (!isPostgres(db) || db.isTransaction) return run(db);
	return db.transaction().execute(async (trx) => {
		await sql`set local enable_seqscan = off`.execute(trx);
		return run(trx);
	});
}

async function findAll(
	db: Db,
	clauses: readonly Clause[],
	{ maxRanked, best }: Required<HitsWanted>
): Promise<Hits> {
	const forms = clauses.map(withoutSpellings);
	const all = await idsOf(db, forms, 'all');
	if (all.length <= maxRanked) {
		return hitsOf(
			isPostgres(db) ? await rankInPostgres(db, clauses) : await rankInSqlite(db, clauses)
		);
	}
	// Each group holds the one before it.
	const groups: number[][] = [];
	for (const [wanted, part] of [
		[clauses.map(asWritten), 'title'],
		[forms, 'title'],
		[forms, 'head']
	] as const) {
		if ((groups.at(-1)?.length ?? 0) >= best) break;
		groups.push(await idsOf(db, wanted, part));
	}
	return hitsInGroups([...groups, all]);
}

/** Only the spellings, things and regions of a clause, without its stems. */
function asWritten(clause: Clause): Clause {
	const exact = clause.filter((tokens) => tokens.every((token) => /^[=#@]/.test(token)));
	return exact.length > 0 ? exact : clause;
}

/** In one row, because a row for each costs more than finding them. */
async function idsOf(db: Db, clauses: readonly Clause[], part: Part): Promise<number[]> {
	const { rows } = await (
		isPostgres(db)
			? sql<{ ids: string | null }>`
				select string_agg(cast(id as text), ',') as ids from search_index
				where words @@ cast(${toTsQuery(clauses, part)} as tsquery)`
			: sql<{ ids: string | null }>`
				select group_concat(rowid) as ids from search_index
				where search_index match ${toFts5Query(clauses, part)}`
	).execute(db);
	const ids = rows[0]?.ids;
	return ids ? ids.split(',').map(Number) : [];
}

async function rankInSqlite(db: Db, clauses: readonly Clause[]): Promise<Hit[]> {
	const query = toFts5Query(clauses);
	const { rows } =
		await sql<Hit>`select rowid as id, -bm25(search_index, 8.0, 3.0, 1.0) as score from search_index where search_index match ${query}`.execute(
			db
		);
	return rows;
}

/** How many hits PostgreSQL ranks by their whole text: it has to fetch that for each. */
const MAX_RANKED_WHOLE = 300;

/**
 * Ranks by title and head, which are short. Where all stands in the text only, the whole is
 * ranked when the hits are few, and otherwise all count alike.
 */
async function rankInPostgres(db: Db, clauses: readonly Clause[]): Promise<Hit[]> {
	const query = toTsQuery(clauses);
	const weights = sql`'{0.05, 0.1, 0.3, 1.0}'::float4[]`;
	const found = await sql<Hit>`
		select id, case when head @@ q then 1 + ts_rank(${weights}, head, q) else 0 end as score
		from cast(${query} as tsquery) as q, search_index join search_index_head using (id)
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
