import type { Role } from '#lib/core/access.ts';
import type { Db } from '#lib/database/connection.ts';
import type { Account } from '#lib/database/tables/accounts.ts';

/** What is kept of an account itself, without secrets. */
export async function readAccount(db: Db, id: string) {
	return {
		account: await db
			.selectFrom('account')
			.select(['id', 'email', 'name', 'locale', 'createdAt', 'disabledAt'])
			.where('id', '=', id)
			.executeTakeFirstOrThrow(),
		roles: await db
			.selectFrom('roleGrant')
			.leftJoin('agency', 'agency.id', 'roleGrant.agencyId')
			.select(['roleGrant.role', 'roleGrant.regionCode', 'agency.name as agency'])
			.where('accountId', '=', id)
			.orderBy('roleGrant.id')
			.execute(),
		sessions: await db
			.selectFrom('session')
			.select(['createdAt', 'usedAt'])
			.where('accountId', '=', id)
			.orderBy('createdAt')
			.execute(),
		apiTokens: await db
			.selectFrom('apiToken')
			.select(['name', 'createdAt', 'usedAt', 'revokedAt'])
			.where('accountId', '=', id)
			.orderBy('createdAt')
			.execute()
	};
}

/** Leaves of an account its id, which records refer to, and nothing that names anybody. */
export async function eraseAccount(db: Db, id: string, at: string): Promise<void> {
	for (const table of [
		'session',
		'apiToken',
		'accountLink',
		'roleGrant',
		'idempotencyKey'
	] as const) {
		await db.deleteFrom(table).where('accountId', '=', id).execute();
	}
	const nobody: Partial<Account> = {
		email: `${id.toLowerCase().replaceAll(/[^\w-]/g, '-')}@erased.invalid`,
		name: '',
		passwordHash: null,
		locale: null,
		disabledAt: at
	};
	await db.updateTable('account').set(nobody).where('id', '=', id).execute();
}

/** How many others who may sign in hold a role, in a region or on the whole site. */
export async function countOthersWith(
	db: Db,
	accountId: string,
	role: Role,
	regionCode: string | null
): Promise<number> {
	const row = await db
		.selectFrom('roleGrant')
		.innerJoin('account', 'account.id', 'roleGrant.accountId')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.where('roleGrant.role', '=', role)
		.where('roleGrant.regionCode', regionCode === null ? 'is' : '=', regionCode)
		.where('roleGrant.accountId', '<>', accountId)
		.where('account.disabledAt', 'is', null)
		.where('account.passwordHash', 'is not', null)
		.executeTakeFirstOrThrow();
	return row.n;
}
