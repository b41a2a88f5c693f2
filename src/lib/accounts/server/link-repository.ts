import type { Db } from '#lib/database/connection.ts';
import type { AccountLink } from '#lib/database/tables/accounts.ts';
import type { Timestamp } from '#lib/database/tables/values.ts';

export async function insertLink(db: Db, link: AccountLink): Promise<void> {
	await db.insertInto('accountLink').values(link).execute();
}

export async function hasLinkFor(db: Db, purpose: AccountLink['purpose']): Promise<boolean> {
	const link = await db
		.selectFrom('accountLink')
		.select('id')
		.where('purpose', '=', purpose)
		.limit(1)
		.executeTakeFirst();
	return link !== undefined;
}

export async function findLink(db: Db, id: string): Promise<AccountLink | undefined> {
	return db.selectFrom('accountLink').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Uses a link up; false when somebody else did so first. */
export async function useLink(db: Db, id: string, usedAt: Timestamp): Promise<boolean> {
	const result = await db
		.updateTable('accountLink')
		.set({ usedAt })
		.where('id', '=', id)
		.where('usedAt', 'is', null)
		.executeTakeFirst();
	return Number(result.numUpdatedRows) === 1;
}

export async function removeUnusedLinks(
	db: Db,
	purpose: AccountLink['purpose'],
	accountId: string | null
): Promise<void> {
	await db
		.deleteFrom('accountLink')
		.where('purpose', '=', purpose)
		.where('accountId', accountId === null ? 'is' : '=', accountId)
		.where('usedAt', 'is', null)
		.execute();
}
