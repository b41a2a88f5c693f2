import type { Db } from '#lib/database/connection.ts';
import type { Account, RoleGrant } from '#lib/database/tables/accounts.ts';
import type { Timestamp } from '#lib/database/tables/values.ts';

export async function insertAccount(db: Db, account: Account): Promise<void> {
	await db.insertInto('account').values(account).execute();
}

export async function findAccount(db: Db, id: string): Promise<Account | undefined> {
	return db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findAccountByEmail(db: Db, email: string): Promise<Account | undefined> {
	return db.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirst();
}

export async function countAccounts(db: Db): Promise<number> {
	const row = await db
		.selectFrom('account')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.executeTakeFirstOrThrow();
	return row.n;
}

export async function setPasswordHash(db: Db, id: string, passwordHash: string): Promise<void> {
	await db.updateTable('account').set({ passwordHash }).where('id', '=', id).execute();
}

export async function setDisabledAt(
	db: Db,
	id: string,
	disabledAt: Timestamp | null
): Promise<void> {
	await db.updateTable('account').set({ disabledAt }).where('id', '=', id).execute();
}

export async function setLocale(db: Db, id: string, locale: Account['locale']): Promise<void> {
	await db.updateTable('account').set({ locale }).where('id', '=', id).execute();
}

export interface DemoAccount {
	readonly email: string;
	readonly name: string;
	readonly role: RoleGrant['role'];
	readonly regionName: string | null;
}

/** Accounts whose address ends in the demonstration's domain, with role and region. */
export async function listByEmailDomain(db: Db, domain: string): Promise<DemoAccount[]> {
	return db
		.selectFrom('account')
		.innerJoin('roleGrant', 'roleGrant.accountId', 'account.id')
		.leftJoin('region', 'region.code', 'roleGrant.regionCode')
		.select(['account.email', 'account.name', 'roleGrant.role', 'region.name as regionName'])
		.where('account.email', 'like', `%@${domain}`)
		.where('account.disabledAt', 'is', null)
		.orderBy('region.name', (order) => order.asc().nullsLast())
		.orderBy('account.email')
		.execute();
}
