import type { Db } from '#lib/database/connection.ts';
import type { Agency } from '#lib/database/tables/accounts.ts';

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

/** All agencies of a region, by name. */
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
