import { sql } from 'kysely';
import type { Db } from '#lib/database/connection.ts';
import { isPostgres } from '#lib/database/dialect.ts';
import type { SearchWord } from '#lib/database/tables/search.ts';

const PER_STATEMENT = 2000;

/** The known words that are written so or come from one of the stems. */
export async function listWords(
	db: Db,
	surfaces: readonly string[],
	stems: readonly string[]
): Promise<SearchWord[]> {
	return db
		.selectFrom('searchWord')
		.selectAll()
		.where((eb) => eb.or([eb('surface', 'in', surfaces), eb('stem', 'in', stems)]))
		.where('documents', '>', 0)
		.execute();
}

/** The known words that begin so, the most frequent first. */
export async function listBeginning(db: Db, prefix: string, limit: number): Promise<SearchWord[]> {
	const surface = isPostgres(db) ? sql<string>`surface collate "C"` : sql<string>`surface`;
	const { rows } = await sql<SearchWord>`
		select surface, stem, documents from search_word
		where ${surface} >= ${prefix} and ${surface} < ${`${prefix}\u{ffff}`} and documents > 0
		order by documents desc, surface limit ${limit}`.execute(db);
	return rows;
}

/** The known words that have one of these in common when a letter is taken away. */
export async function listNear(db: Db, variants: readonly string[]): Promise<SearchWord[]> {
	return db
		.selectFrom('searchWord')
		.selectAll()
		.where('documents', '>', 0)
		.where('surface', 'in', (eb) =>
			eb.selectFrom('searchTypo').select('searchTypo.surface').where('variant', 'in', variants)
		)
		.execute();
}

/**
 * Adds to the counts of words and returns those that were not known before. Only inside a change
 * of the index, which lets one in at a time.
 */
export async function countWords(db: Db, changes: readonly SearchWord[]): Promise<string[]> {
	const fresh: string[] = [];
	for (let from = 0; from < changes.length; from += PER_STATEMENT) {
		const part = changes.slice(from, from + PER_STATEMENT);
		const surfaces = part.map(({ surface }) => surface);
		const known = await db
			.selectFrom('searchWord')
			.select('surface')
			.where('surface', 'in', surfaces)
			.execute();
		const isKnown = new Set(known.map(({ surface }) => surface));
		fresh.push(...surfaces.filter((surface) => !isKnown.has(surface)));
		await db
			.insertInto('searchWord')
			.values(part)
			.onConflict((conflict) =>
				conflict.column('surface').doUpdateSet((eb) => ({
					stem: eb.ref('excluded.stem'),
					documents: sql<number>`search_word.documents + excluded.documents`
				}))
			)
			.execute();
	}
	return fresh;
}

export async function insertVariants(
	db: Db,
	rows: readonly { readonly variant: string; readonly surface: string }[]
): Promise<void> {
	for (let from = 0; from < rows.length; from += PER_STATEMENT) {
		await db
			.insertInto('searchTypo')
			.values(rows.slice(from, from + PER_STATEMENT))
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
}

/** Forgets every word, before the index is made anew. */
export async function removeAll(db: Db): Promise<void> {
	await db.deleteFrom('searchTypo').execute();
	await db.deleteFrom('searchWord').execute();
}

/** Takes one from the counts of words. */
export async function uncountWords(db: Db, surfaces: readonly string[]): Promise<void> {
	for (let from = 0; from < surfaces.length; from += PER_STATEMENT) {
		await db
			.updateTable('searchWord')
			.set((eb) => ({ documents: eb('documents', '-', 1) }))
			.where('surface', 'in', surfaces.slice(from, from + PER_STATEMENT))
			.execute();
	}
}
