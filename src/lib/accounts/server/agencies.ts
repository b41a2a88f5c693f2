import type { Context } from '#lib/core/context.ts';
import type { Agency } from '#lib/database/tables/accounts.ts';
import * as accounts from './repository.ts';

type ReadContext = Pick<Context, 'db'>;

/** The agencies of a region that deliver a service; most regions have one, some none yet. */
export function agenciesFor(
	{ db }: ReadContext,
	regionCode: string,
	serviceCode: string
): Promise<Agency[]> {
	return accounts.listAgenciesFor(db, regionCode, serviceCode);
}

/** All agencies of a region, by name. */
export function agenciesIn({ db }: ReadContext, regionCode: string): Promise<Agency[]> {
	return accounts.listAgenciesIn(db, regionCode);
}

/** The codes of the services an agency delivers, in the order of the catalogue. */
export function serviceCodesOf({ db }: ReadContext, agencyId: string): Promise<string[]> {
	return accounts.listServiceCodes(db, agencyId);
}

/** An agency by its id, or undefined. */
export function findAgency({ db }: ReadContext, id: string): Promise<Agency | undefined> {
	return accounts.findAgency(db, id);
}

/** Who holds one of the roles in any region, with the agency where there is one. */
export function officersWith(
	{ db }: ReadContext,
	roles: Parameters<typeof accounts.listOfficers>[1]
): Promise<accounts.Officer[]> {
	return accounts.listOfficers(db, roles);
}

/** Whom to notify in a region: the accounts that hold one of the roles there. */
export function accountIdsInRegion(
	{ db }: ReadContext,
	regionCode: string,
	roles: Parameters<typeof accounts.listAccountIdsInRegion>[2]
): Promise<string[]> {
	return accounts.listAccountIdsInRegion(db, regionCode, roles);
}

/** The accounts with one of these roles in an agency. */
export function accountIdsInAgency(
	{ db }: ReadContext,
	agencyId: string,
	roles: Parameters<typeof accounts.listAccountIdsInAgency>[2]
): Promise<string[]> {
	return accounts.listAccountIdsInAgency(db, agencyId, roles);
}
