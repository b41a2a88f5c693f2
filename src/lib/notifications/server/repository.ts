import type { Db } from '#lib/database/connection.ts';
import type { OutboxRow } from '#lib/database/tables/notifications.ts';

/** Stores messages; one that was stored before under the same dedupe key stays as it was. */
export async function insertAll(db: Db, rows: OutboxRow[]): Promise<void> {
	if (rows.length === 0) return;
	await db
		.insertInto('outbox')
		.values(rows)
		.onConflict((conflict) => conflict.column('dedupeKey').doNothing())
		.execute();
}

export async function listFor(db: Db, accountId: string, limit: number): Promise<OutboxRow[]> {
	return db
		.selectFrom('outbox')
		.selectAll()
		.where('accountId', '=', accountId)
		.orderBy('createdAt', 'desc')
		.orderBy('id')
		.limit(limit)
		.execute();
}

export async function countUnread(db: Db, accountId: string): Promise<number> {
	const row = await db
		.selectFrom('outbox')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.where('accountId', '=', accountId)
		.where('readAt', 'is', null)
		.executeTakeFirstOrThrow();
	return row.n;
}

export async function markRead(db: Db, accountId: string, readAt: string): Promise<void> {
	await db
		.updateTable('outbox')
		.set({ readAt })
		.where('accountId', '=', accountId)
		.where('readAt', 'is', null)
		.execute();
}
