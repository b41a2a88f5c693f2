import type { Grant } from '#lib/core/access.ts';
import type { Db } from '#lib/database/connection.ts';
import type { RoleGrant } from '#lib/database/tables/accounts.ts';

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
export function listAccountIdsInRegion(
	db: Db,
	regionCode: string,
	roles: readonly RoleGrant['role'][]
): Promise<string[]> {
	return holders(db, roles, { column: 'roleGrant.regionCode', is: regionCode });
}

/** The same in an agency. */
export function listAccountIdsInAgency(
	db: Db,
	agencyId: string,
	roles: readonly RoleGrant['role'][]
): Promise<string[]> {
	return holders(db, roles, { column: 'roleGrant.agencyId', is: agencyId });
}

async function holders(
	db: Db,
	roles: readonly RoleGrant['role'][],
	place: { readonly column: 'roleGrant.regionCode' | 'roleGrant.agencyId'; readonly is: string }
): Promise<string[]> {
	const rows = await db
		.selectFrom('roleGrant')
		.innerJoin('account', 'account.id', 'roleGrant.accountId')
		.select('account.id')
		.distinct()
		.where(place.column, '=', place.is)
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
