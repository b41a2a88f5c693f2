import type { Context } from '#lib/core/context.ts';
import type { Agency } from '#lib/database/tables/accounts.ts';
import * as agencyRows from './agency-repository.ts';
import * as roleRows from './role-repository.ts';

type ReadContext = Pick<Context, 'db'>;

/** The agencies of a region that deliver a service; most regions have one, some none yet. */
export function agenciesFor(
	{ db }: ReadContext,
	regionCode: string,
	serviceCode: string
): Promise<Agency[]> {
	return agencyRows.listAgenciesFor(db, regionCode, serviceCode);
}

/** All agencies of a region, by name. */
export function agenciesIn({ db }: ReadContext, regionCode: string): Promise<Agency[]> {
	return agencyRows.listAgenciesIn(db, regionCode);
}

/** The codes of the services an agency delivers, in the order of the catalogue. */
export function serviceCodesOf({ db }: ReadContext, agencyId: string): Promise<string[]> {
	return agencyRows.listServiceCodes(db, agencyId);
}

/** An agency by its id, or undefined. */
export function findAgency({ db }: ReadContext, id: string): Promise<Agency | undefined> {
	return agencyRows.findAgency(db, id);
}

/** Who holds one of the roles in any region, with the agency where there is one. */
export function officersWith(
	{ db }: ReadContext,
	roles: Parameters<typeof roleRows.listOfficers>[1]
): Promise<roleRows.Officer[]> {
	return roleRows.listOfficers(db, roles);
}

/** Whom to notify in a region: the accounts that hold one of the roles there. */
export function accountIdsInRegion(
	{ db }: ReadContext,
	regionCode: string,
	roles: Parameters<typeof roleRows.listAccountIdsInRegion>[2]
): Promise<string[]> {
	return roleRows.listAccountIdsInRegion(db, regionCode, roles);
}

/** The accounts with one of these roles in an agency. */
export function accountIdsInAgency(
	{ db }: ReadContext,
	agencyId: string,
	roles: Parameters<typeof roleRows.listAccountIdsInAgency>[2]
): Promise<string[]> {
	return roleRows.listAccountIdsInAgency(db, agencyId, roles);
}
