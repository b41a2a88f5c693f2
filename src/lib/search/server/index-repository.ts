import { sql } from 'kysely';
import type { Db } from '#lib/database/connection.ts';
import { isPostgres } from '#lib/database/dialect.ts';
import type { SearchDocument } from '#lib/database/tables/search.ts';
import { toSignedTsVector, toTsVector } from './full-text.ts';

/** The tokens of a write-up by how much they count: title, then what stands at its head, then the rest. */
export interface FieldTokens {
	readonly title: readonly string[];
	readonly head: readonly string[];
	readonly body: readonly string[];
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
			'validation',
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
		await sql`delete from search_index_head where id = ${id}`.execute(db);
		if (!tokens) return;
		const { title, head, body } = tokens;
		const top = toTsVector([
			[title, 'A'],
			[head, 'B']
		]);
		const all = [
			toTsVector([
				[title, 'A'],
				[head, 'B'],
				[body, 'D']
			]),
			toSignedTsVector('title', title),
			toSignedTsVector('head', [...title, ...head])
		].join(' ');
		await sql`insert into search_index_head (id, head) values (${id}, ${top}::tsvector)`.execute(
			db
		);
		await sql`insert into search_index (id, words) values (${id}, ${all}::tsvector)`.execute(db);
		return;
	}
	await sql`delete from search_index where rowid = ${id}`.execute(db);
	if (!tokens) return;
	const { title, head, body } = tokens;
	await sql`insert into search_index (rowid, title, head, body) values (${id}, ${title.join(' ')}, ${head.join(' ')}, ${body.join(' ')})`.execute(
		db
	);
}
