import type { Db } from '#lib/database/connection.ts';
import type { IdempotencyKeyTable } from '#lib/database/tables/accounts.ts';

export async function find(
	db: Db,
	accountId: string,
	key: string
): Promise<IdempotencyKeyTable | undefined> {
	return db
		.selectFrom('idempotencyKey')
		.selectAll()
		.where('accountId', '=', accountId)
		.where('key', '=', key)
		.executeTakeFirst();
}

/** Reserves a key; a second reservation violates the primary key. */
export async function insert(db: Db, row: IdempotencyKeyTable): Promise<void> {
	await db.insertInto('idempotencyKey').values(row).execute();
}

/** A key as one request holds it: who took it over since has another time. */
export type Reservation = Pick<IdempotencyKeyTable, 'accountId' | 'key' | 'createdAt'>;

/** Passes a key without an answer on to another request; false when one was quicker. */
export async function takeOver(
	db: Db,
	{ accountId, key, createdAt }: Reservation,
	now: string
): Promise<boolean> {
	const result = await db
		.updateTable('idempotencyKey')
		.set({ createdAt: now })
		.where('accountId', '=', accountId)
		.where('key', '=', key)
		.where('createdAt', '=', createdAt)
		.where('status', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

export async function setAnswer(
	db: Db,
	{ accountId, key, createdAt }: Reservation,
	status: number,
	body: string
): Promise<void> {
	await db
		.updateTable('idempotencyKey')
		.set({ status, body })
		.where('accountId', '=', accountId)
		.where('key', '=', key)
		.where('createdAt', '=', createdAt)
		.execute();
}

export async function remove(db: Db, { accountId, key, createdAt }: Reservation): Promise<void> {
	await db
		.deleteFrom('idempotencyKey')
		.where('accountId', '=', accountId)
		.where('key', '=', key)
		.where('createdAt', '=', createdAt)
		.execute();
}

export async function removeOlderThan(db: Db, createdAt: string): Promise<void> {
	await db.deleteFrom('idempotencyKey').where('createdAt', '<', createdAt).execute();
}
