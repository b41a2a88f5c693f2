import type { Db } from '#lib/database/connection.ts';
import type { Kpi, KpiVersion, Service } from '#lib/database/tables/catalogue.ts';

export async function listServices(db: Db): Promise<Service[]> {
	return db.selectFrom('service').selectAll().orderBy('position').execute();
}

export async function listKpis(db: Db): Promise<Kpi[]> {
	return db.selectFrom('kpi').selectAll().orderBy('position').execute();
}

export async function findKpi(db: Db, code: string): Promise<Kpi | undefined> {
	return db.selectFrom('kpi').selectAll().where('code', '=', code).executeTakeFirst();
}

/** All versions of a KPI's definition, newest first. */
export async function listVersions(db: Db, code: string): Promise<KpiVersion[]> {
	return db
		.selectFrom('kpiVersion')
		.selectAll()
		.where('kpiCode', '=', code)
		.orderBy('version', 'desc')
		.execute();
}

/** The newest version of every KPI's definition. */
export async function listCurrentVersions(db: Db): Promise<KpiVersion[]> {
	return db
		.selectFrom('kpiVersion')
		.selectAll()
		.where((eb) =>
			eb(
				'version',
				'=',
				eb
					.selectFrom('kpiVersion as newer')
					.select((inner) => inner.fn.max('newer.version').as('version'))
					.whereRef('newer.kpiCode', '=', 'kpiVersion.kpiCode')
			)
		)
		.execute();
}
