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

export async function setAnswer(
	db: Db,
	accountId: string,
	key: string,
	status: number,
	body: string
): Promise<void> {
	await db
		.updateTable('idempotencyKey')
		.set({ status, body })
		.where('accountId', '=', accountId)
		.where('key', '=', key)
		.execute();
}

export async function remove(db: Db, accountId: string, key: string): Promise<void> {
	await db
		.deleteFrom('idempotencyKey')
		.where('accountId', '=', accountId)
		.where('key', '=', key)
		.execute();
}

export async function removeOlderThan(db: Db, createdAt: string): Promise<void> {
	await db.deleteFrom('idempotencyKey').where('createdAt', '<', createdAt).execute();
}
