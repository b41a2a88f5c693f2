import type { Db } from '#lib/database/connection.ts';
import type { Account, ApiToken } from '#lib/database/tables/accounts.ts';
import type { Timestamp } from '#lib/database/tables/values.ts';

export async function insertToken(db: Db, token: ApiToken): Promise<void> {
	await db.insertInto('apiToken').values(token).execute();
}

export type TokenWithAccount = ApiToken &
	Pick<Account, 'disabledAt' | 'locale'> & { owner: string };

export async function findToken(db: Db, id: string): Promise<TokenWithAccount | undefined> {
	return db
		.selectFrom('apiToken')
		.innerJoin('account', 'account.id', 'apiToken.accountId')
		.selectAll('apiToken')
		.select(['account.name as owner', 'account.locale', 'account.disabledAt'])
		.where('apiToken.id', '=', id)
		.executeTakeFirst();
}

export async function touchToken(db: Db, id: string, usedAt: Timestamp): Promise<void> {
	await db.updateTable('apiToken').set({ usedAt }).where('id', '=', id).execute();
}

/** Returns how many tokens it revoked: none when the id is unknown or already revoked. */
export async function revokeToken(db: Db, id: string, revokedAt: Timestamp): Promise<number> {
	const result = await db
		.updateTable('apiToken')
		.set({ revokedAt })
		.where('id', '=', id)
		.where('revokedAt', 'is', null)
		.executeTakeFirst();
	return Number(result.numUpdatedRows);
}
