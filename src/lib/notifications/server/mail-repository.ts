import type { Db } from '#lib/database/connection.ts';
import type { OutboxRow } from '#lib/database/tables/notifications.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import type { MailMode } from '../kinds.ts';

export type QueuedMail = OutboxRow & {
	email: string;
	readerName: string;
	locale: Locale | null;
	disabledAt: string | null;
};

/** Mails that wait, in the order in which they were written. */
export async function listQueued(db: Db, limit: number): Promise<QueuedMail[]> {
	return db
		.selectFrom('outbox')
		.innerJoin('account', 'account.id', 'outbox.accountId')
		.selectAll('outbox')
		.select(['account.email', 'account.name as readerName', 'account.locale', 'account.disabledAt'])
		.where('outbox.mailState', '=', 'queued')
		.orderBy('outbox.createdAt')
		.orderBy('outbox.id')
		.limit(limit)
		.execute();
}

/** Changes how a mail fares. */
export async function update(
	db: Db,
	id: string,
	changes: Partial<Pick<OutboxRow, 'mailState' | 'sentAt' | 'attempts' | 'nextAt' | 'lastError'>>
): Promise<void> {
	await db.updateTable('outbox').set(changes).where('id', '=', id).execute();
}

export async function countByState(
	db: Db
): Promise<{ mailState: OutboxRow['mailState']; n: number }[]> {
	return db
		.selectFrom('outbox')
		.select(['mailState', (eb) => eb.fn.countAll<number>().as('n')])
		.groupBy('mailState')
		.orderBy('mailState')
		.execute();
}

/** The newest mails of some states, for the administrator. */
export async function listByState(
	db: Db,
	states: readonly OutboxRow['mailState'][],
	limit: number
): Promise<QueuedMail[]> {
	return db
		.selectFrom('outbox')
		.innerJoin('account', 'account.id', 'outbox.accountId')
		.selectAll('outbox')
		.select(['account.email', 'account.name as readerName', 'account.locale', 'account.disabledAt'])
		.where('outbox.mailState', 'in', states)
		.orderBy('outbox.createdAt', 'desc')
		.orderBy('outbox.id')
		.limit(limit)
		.execute();
}

export async function find(db: Db, id: string): Promise<QueuedMail | undefined> {
	return db
		.selectFrom('outbox')
		.innerJoin('account', 'account.id', 'outbox.accountId')
		.selectAll('outbox')
		.select(['account.email', 'account.name as readerName', 'account.locale', 'account.disabledAt'])
		.where('outbox.id', '=', id)
		.executeTakeFirst();
}

/** Puts a failed mail, or one that waits for its next try, back to the front. */
export async function requeue(db: Db, id: string): Promise<boolean> {
	const result = await db
		.updateTable('outbox')
		.set({ mailState: 'queued', attempts: 0, nextAt: null, lastError: null })
		.where('id', '=', id)
		.where('mailState', 'in', ['queued', 'failed'])
		.executeTakeFirst();
	return Number(result.numUpdatedRows) === 1;
}

export async function findMode(
	db: Db,
	accountId: string,
	kind: string
): Promise<MailMode | undefined> {
	const row = await db
		.selectFrom('notificationPreference')
		.select('mode')
		.where('accountId', '=', accountId)
		.where('kind', '=', kind)
		.executeTakeFirst();
	return row?.mode;
}

export async function listModes(
	db: Db,
	accountId: string
): Promise<{ kind: string; mode: MailMode }[]> {
	return db
		.selectFrom('notificationPreference')
		.select(['kind', 'mode'])
		.where('accountId', '=', accountId)
		.orderBy('kind')
		.execute();
}

export async function saveMode(
	db: Db,
	accountId: string,
	kind: string,
	mode: MailMode
): Promise<void> {
	await db
		.insertInto('notificationPreference')
		.values({ accountId, kind, mode })
		.onConflict((conflict) => conflict.columns(['accountId', 'kind']).doUpdateSet({ mode }))
		.execute();
}

/** The key that unsubscribes a reader, made at its first use. */
export async function unsubscribeKey(db: Db, accountId: string, made: string): Promise<string> {
	await db
		.insertInto('notificationSetting')
		.values({ accountId, unsubscribeKey: made, digestSentOn: null })
		.onConflict((conflict) => conflict.column('accountId').doNothing())
		.execute();
	const row = await db
		.selectFrom('notificationSetting')
		.select('unsubscribeKey')
		.where('accountId', '=', accountId)
		.executeTakeFirstOrThrow();
	return row.unsubscribeKey;
}

export async function findByUnsubscribeKey(db: Db, key: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('notificationSetting')
		.select('accountId')
		.where('unsubscribeKey', '=', key)
		.executeTakeFirst();
	return row?.accountId;
}
