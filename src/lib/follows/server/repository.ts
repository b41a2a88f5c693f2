import type { Db } from '#lib/database/connection.ts';
import type { Follow } from '#lib/database/tables/questions.ts';

export async function insert(db: Db, row: Follow): Promise<void> {
	await db
		.insertInto('follow')
		.values(row)
		.onConflict((conflict) => conflict.columns(['accountId', 'kind', 'target']).doNothing())
		.execute();
}

export async function remove(
	db: Db,
	{ accountId, kind, target }: Omit<Follow, 'createdAt'>
): Promise<void> {
	await db
		.deleteFrom('follow')
		.where('accountId', '=', accountId)
		.where('kind', '=', kind)
		.where('target', '=', target)
		.execute();
}

export async function listOf(db: Db, accountId: string): Promise<Follow[]> {
	return db
		.selectFrom('follow')
		.selectAll()
		.where('accountId', '=', accountId)
		.orderBy('createdAt', 'desc')
		.execute();
}

/** Who follows one of these things, each account once. */
export async function listFollowers(
	db: Db,
	things: readonly Pick<Follow, 'kind' | 'target'>[]
): Promise<string[]> {
	const rows = await db
		.selectFrom('follow')
		.select('accountId')
		.distinct()
		.where((eb) =>
			eb.or(
				things.map(({ kind, target }) => eb.and([eb('kind', '=', kind), eb('target', '=', target)]))
			)
		)
		.execute();
	return rows.map(({ accountId }) => accountId);
}

/** An account follows nothing any more. */
export async function removeAllOf(db: Db, accountId: string): Promise<void> {
	await db.deleteFrom('follow').where('accountId', '=', accountId).execute();
}
