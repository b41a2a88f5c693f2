import type { Db } from '#lib/database/connection.ts';
import type { OutboxRow } from '#lib/database/tables/notifications.ts';
import type { Locale } from '#lib/i18n/translate.ts';

export interface DigestReader {
	readonly accountId: string;
	readonly email: string;
	readonly name: string;
	readonly locale: Locale | null;
	/** Of one of the reader's regions; null for who has none. */
	readonly timezone: string | null;
	readonly digestSentOn: string | null;
}

/** Everybody for whom news waits for a digest. */
export async function listReaders(db: Db): Promise<DigestReader[]> {
	return db
		.selectFrom('outbox')
		.innerJoin('account', 'account.id', 'outbox.accountId')
		.leftJoin('roleGrant', 'roleGrant.accountId', 'account.id')
		.leftJoin('region', 'region.code', 'roleGrant.regionCode')
		.leftJoin('notificationSetting', 'notificationSetting.accountId', 'account.id')
		.select(['account.id as accountId', 'account.email', 'account.name', 'account.locale'])
		.select('notificationSetting.digestSentOn')
		.select((eb) => eb.fn.min<string | null>('region.timezone').as('timezone'))
		.where('outbox.mailState', '=', 'digest')
		.where('account.disabledAt', 'is', null)
		.groupBy([
			'account.id',
			'account.email',
			'account.name',
			'account.locale',
			'notificationSetting.digestSentOn'
		])
		.orderBy('account.id')
		.execute();
}

export async function listNews(db: Db, accountId: string): Promise<OutboxRow[]> {
	return db
		.selectFrom('outbox')
		.selectAll()
		.where('accountId', '=', accountId)
		.where('mailState', '=', 'digest')
		.orderBy('createdAt', 'desc')
		.orderBy('id')
		.execute();
}

/** Marks exactly these as sent: what came meanwhile waits for the next digest. */
export async function markSent(db: Db, ids: readonly string[], sentAt: string): Promise<void> {
	await db
		.updateTable('outbox')
		.set({ mailState: 'sent', sentAt })
		.where('id', 'in', ids)
		.execute();
}

export async function setDigestDay(db: Db, accountId: string, day: string): Promise<void> {
	await db
		.updateTable('notificationSetting')
		.set({ digestSentOn: day })
		.where('accountId', '=', accountId)
		.execute();
}
