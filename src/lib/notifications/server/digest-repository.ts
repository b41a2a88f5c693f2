import type { Db } from '#lib/database/connection.ts';
import type { OutboxRow } from '#lib/database/tables/notifications.ts';
import type { Locale } from '#lib/i18n/translate.ts';

export interface DigestReader {
	readonly accountId: string;
	readonly email: string;
	readonly name: string;
	readonly locale: Locale | null;
	/** The first of the reader's regions; null for who has none. */
	readonly regionCode: string | null;
	readonly timezone: string | null;
	readonly digestSentOn: string | null;
}

/** Everybody for whom news waits for a digest. */
export async function listReaders(db: Db): Promise<DigestReader[]> {
	return db
		.selectFrom('outbox')
		.innerJoin('account', 'account.id', 'outbox.accountId')
		.leftJoin('region', (join) =>
			join.on((eb) =>
				eb(
					'region.code',
					'=',
					eb
						.selectFrom('roleGrant')
						.select((grant) => grant.fn.min<string>('roleGrant.regionCode').as('code'))
						.whereRef('roleGrant.accountId', '=', 'account.id')
				)
			)
		)
		.leftJoin('notificationSetting', 'notificationSetting.accountId', 'account.id')
		.select(['account.id as accountId', 'account.email', 'account.name', 'account.locale'])
		.select(['region.code as regionCode', 'region.timezone', 'notificationSetting.digestSentOn'])
		.distinct()
		.where('outbox.mailState', '=', 'digest')
		.where('account.disabledAt', 'is', null)
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
