import type { Db } from '#lib/database/connection.ts';
import type { SavedSearch } from '#lib/database/tables/search.ts';

export async function listFor(db: Db, accountId: string): Promise<SavedSearch[]> {
	return db
		.selectFrom('savedSearch')
		.selectAll()
		.where('accountId', '=', accountId)
		.orderBy('createdAt', 'desc')
		.orderBy('id')
		.execute();
}

/** Keeps one row for each search of an account; saving it again gives it the new name. */
export async function save(db: Db, row: SavedSearch): Promise<void> {
	await db
		.insertInto('savedSearch')
		.values(row)
		.onConflict((conflict) =>
			conflict.columns(['accountId', 'query']).doUpdateSet({ name: row.name })
		)
		.execute();
}

export async function remove(db: Db, accountId: string, id: string): Promise<void> {
	await db
		.deleteFrom('savedSearch')
		.where('accountId', '=', accountId)
		.where('id', '=', id)
		.execute();
}

/** An account has no saved searches any more. */
export async function removeAllOf(db: Db, accountId: string): Promise<void> {
	await db.deleteFrom('savedSearch').where('accountId', '=', accountId).execute();
}
