import type { Db } from '#lib/database/connection.ts';
import type { Flagging } from '#lib/database/tables/questions.ts';

/** Stores a flag; a second one of the same person on the same text changes nothing, and answers false. */
export async function insert(db: Db, row: Flagging): Promise<boolean> {
	const written = await db
		.insertInto('flag')
		.values(row)
		.onConflict((conflict) => conflict.columns(['kind', 'targetId', 'flaggedBy']).doNothing())
		.returning('id')
		.executeTakeFirst();
	return written !== undefined;
}

export async function find(db: Db, id: string): Promise<Flagging | undefined> {
	return db.selectFrom('flag').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Flags that nobody has decided on, of all regions or of some, the oldest first. */
export async function listOpen(
	db: Db,
	regionCodes: readonly string[] | null,
	limit: number
): Promise<Flagging[]> {
	let query = db.selectFrom('flag').selectAll().where('outcome', 'is', null);
	if (regionCodes !== null) query = query.where('regionCode', 'in', regionCodes);
	return query.orderBy('createdAt').orderBy('id').limit(limit).execute();
}

/** Decides on all open flags of a text at once. @returns those that were open */
export async function decide(
	db: Db,
	{ kind, targetId }: Pick<Flagging, 'kind' | 'targetId'>,
	decision: Pick<Flagging, 'outcome' | 'decidedBy' | 'decidedAt'>
): Promise<{ id: string; flaggedBy: string }[]> {
	return db
		.updateTable('flag')
		.set(decision)
		.where('kind', '=', kind)
		.where('targetId', '=', targetId)
		.where('outcome', 'is', null)
		.returning(['id', 'flaggedBy'])
		.execute();
}
