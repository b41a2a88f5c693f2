import type { Db } from '#lib/database/connection.ts';

/** What an account was told, and how it wants to be told. */
export async function readOf(db: Db, accountId: string) {
	return {
		notifications: await db
			.selectFrom('outbox')
			.select(['template', 'data', 'createdAt', 'readAt', 'mailState', 'sentAt'])
			.where('accountId', '=', accountId)
			.orderBy('createdAt')
			.orderBy('id')
			.execute(),
		mailPreferences: await db
			.selectFrom('notificationPreference')
			.select(['kind', 'mode'])
			.where('accountId', '=', accountId)
			.orderBy('kind')
			.execute()
	};
}

/** Removes it all, with the mails that were not sent yet. */
export async function eraseOf(db: Db, accountId: string): Promise<void> {
	for (const table of ['outbox', 'notificationPreference', 'notificationSetting'] as const) {
		await db.deleteFrom(table).where('accountId', '=', accountId).execute();
	}
}
