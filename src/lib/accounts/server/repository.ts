import type { Grant } from '#lib/core/access.ts';
import type { Db } from '#lib/database/connection.ts';
import type {
	Account,
	AccountLink,
	Agency,
	ApiToken,
	RoleGrant,
	Session
} from '#lib/database/tables/accounts.ts';
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

export async function insertGrants(db: Db, grants: RoleGrant[]): Promise<void> {
	if (grants.length > 0) await db.insertInto('roleGrant').values(grants).execute();
}

export async function listGrants(db: Db, accountId: string): Promise<Grant[]> {
	return db
		.selectFrom('roleGrant')
		.select(['role', 'regionCode', 'agencyId'])
		.where('accountId', '=', accountId)
		.orderBy('id')
		.execute();
}

/** Accounts that may still sign in and hold one of the roles in a region. */
export async function listAccountIdsInRegion(
	db: Db,
	regionCode: string,
	roles: readonly RoleGrant['role'][]
): Promise<string[]> {
	const rows = await db
		.selectFrom('roleGrant')
		.innerJoin('account', 'account.id', 'roleGrant.accountId')
		.select('account.id')
		.distinct()
		.where('roleGrant.regionCode', '=', regionCode)
		.where('roleGrant.role', 'in', roles)
		.where('account.disabledAt', 'is', null)
		.orderBy('account.id')
		.execute();
	return rows.map(({ id }) => id);
}

/** A role that someone holds in a region, with the mail that reaches them. */
export type Officer = Pick<RoleGrant, 'accountId' | 'role' | 'agencyId'> & { regionCode: string };

/** Who holds one of the roles in any region, by region; disabled accounts are left out. */
export async function listOfficers(
	db: Db,
	roles: readonly RoleGrant['role'][]
): Promise<Officer[]> {
	const rows = await db
		.selectFrom('roleGrant')
		.innerJoin('account', 'account.id', 'roleGrant.accountId')
		.select(['roleGrant.accountId', 'roleGrant.role', 'roleGrant.agencyId', 'roleGrant.regionCode'])
		.where('roleGrant.role', 'in', roles)
		.where('account.disabledAt', 'is', null)
		.orderBy('roleGrant.regionCode')
		.orderBy('roleGrant.accountId')
		.execute();
	return rows.flatMap(({ regionCode, ...rest }) =>
		regionCode === null ? [] : { ...rest, regionCode }
	);
}

/** The accounts that hold one of these roles in an agency. */
export async function listAccountIdsInAgency(
	db: Db,
	agencyId: string,
	roles: readonly RoleGrant['role'][]
): Promise<string[]> {
	const rows = await db
		.selectFrom('roleGrant')
		.innerJoin('account', 'account.id', 'roleGrant.accountId')
		.select('account.id')
		.distinct()
		.where('roleGrant.agencyId', '=', agencyId)
		.where('roleGrant.role', 'in', roles)
		.where('account.disabledAt', 'is', null)
		.orderBy('account.id')
		.execute();
	return rows.map(({ id }) => id);
}

export async function insertAgency(db: Db, agency: Agency, services: string[]): Promise<void> {
	await db.insertInto('agency').values(agency).execute();
	if (services.length > 0) {
		await db
			.insertInto('agencyService')
			.values(services.map((serviceCode) => ({ agencyId: agency.id, serviceCode })))
			.execute();
	}
}

export async function findAgency(db: Db, id: string): Promise<Agency | undefined> {
	return db.selectFrom('agency').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listAgenciesIn(db: Db, regionCode: string): Promise<Agency[]> {
	return db
		.selectFrom('agency')
		.selectAll()
		.where('regionCode', '=', regionCode)
		.orderBy('name')
		.execute();
}

/** The agencies of a region that deliver a service. */
export async function listAgenciesFor(
	db: Db,
	regionCode: string,
	serviceCode: string
): Promise<Agency[]> {
	return db
		.selectFrom('agency')
		.innerJoin('agencyService', 'agencyService.agencyId', 'agency.id')
		.selectAll('agency')
		.where('agency.regionCode', '=', regionCode)
		.where('agencyService.serviceCode', '=', serviceCode)
		.orderBy('agency.name')
		.execute();
}

export async function listServiceCodes(db: Db, agencyId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('agencyService')
		.innerJoin('service', 'service.code', 'agencyService.serviceCode')
		.select('service.code')
		.where('agencyService.agencyId', '=', agencyId)
		.orderBy('service.position')
		.execute();
	return rows.map(({ code }) => code);
}

export async function insertSession(db: Db, session: Session): Promise<void> {
	await db.insertInto('session').values(session).execute();
}

export type SessionWithAccount = Session & Pick<Account, 'name' | 'locale' | 'disabledAt'>;

export async function findSession(db: Db, id: string): Promise<SessionWithAccount | undefined> {
	return db
		.selectFrom('session')
		.innerJoin('account', 'account.id', 'session.accountId')
		.selectAll('session')
		.select(['account.name', 'account.locale', 'account.disabledAt'])
		.where('session.id', '=', id)
		.executeTakeFirst();
}

export async function touchSession(db: Db, id: string, usedAt: Timestamp): Promise<void> {
	await db.updateTable('session').set({ usedAt }).where('id', '=', id).execute();
}

export async function removeSession(db: Db, id: string): Promise<void> {
	await db.deleteFrom('session').where('id', '=', id).execute();
}

export async function removeSessionsOf(db: Db, accountId: string): Promise<void> {
	await db.deleteFrom('session').where('accountId', '=', accountId).execute();
}

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
