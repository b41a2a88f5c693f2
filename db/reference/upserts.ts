import type { Db } from '#lib/database/connection.ts';
import type { Kpi, KpiVersion } from '#lib/database/tables/catalogue.ts';
import type { HolidayRow } from './holidays-2026.ts';
import type { RegionRelationRow } from './lineage.ts';
import type { DistrictRow, ProvinceRow, RegionRow } from './regions.ts';
import type { PublicService } from './services.ts';

/** Inserts in portions, or brings the rows that are there up to date. */

const ROWS_PER_STATEMENT = 500;

export async function upsertProvinces(db: Db, rows: readonly ProvinceRow[]): Promise<void> {
	for (const portion of portions(rows)) {
		await db
			.insertInto('province')
			.values(portion)
			.onConflict((conflict) =>
				conflict.column('code').doUpdateSet((eb) => ({
					name: eb.ref('excluded.name'),
					islandGroup: eb.ref('excluded.islandGroup'),
					timezone: eb.ref('excluded.timezone')
				}))
			)
			.execute();
	}
}

export async function upsertRegions(db: Db, rows: readonly RegionRow[]): Promise<void> {
	for (const portion of portions(rows)) {
		await db
			.insertInto('region')
			.values(portion)
			.onConflict((conflict) =>
				conflict.column('code').doUpdateSet((eb) => ({
					name: eb.ref('excluded.name'),
					shortName: eb.ref('excluded.shortName'),
					searchName: eb.ref('excluded.searchName'),
					kind: eb.ref('excluded.kind'),
					autonomy: eb.ref('excluded.autonomy'),
					provinceCode: eb.ref('excluded.provinceCode'),
					timezone: eb.ref('excluded.timezone')
				}))
			)
			.execute();
	}
}

export async function upsertDistricts(db: Db, rows: readonly DistrictRow[]): Promise<void> {
	for (const portion of portions(rows)) {
		await db
			.insertInto('district')
			.values(portion.map((row) => ({ ...row, validFrom: null, validTo: null })))
			.onConflict((conflict) =>
				conflict.column('code').doUpdateSet((eb) => ({
					name: eb.ref('excluded.name'),
					regionCode: eb.ref('excluded.regionCode')
				}))
			)
			.execute();
	}
}

export async function upsertRegionRelations(
	db: Db,
	rows: readonly RegionRelationRow[]
): Promise<void> {
	for (const row of rows) {
		await db
			.insertInto('regionRelation')
			.values(row)
			.onConflict((conflict) => conflict.columns(['childCode', 'parentCode']).doUpdateSet(row))
			.execute();
	}
}

export async function upsertServices(db: Db, rows: readonly PublicService[]): Promise<void> {
	for (const row of rows) {
		await db
			.insertInto('service')
			.values(row)
			.onConflict((conflict) => conflict.column('code').doUpdateSet(row))
			.execute();
	}
}

export async function upsertKpis(db: Db, rows: readonly Kpi[]): Promise<void> {
	for (const row of rows) {
		await db
			.insertInto('kpi')
			.values(row)
			.onConflict((conflict) => conflict.column('code').doUpdateSet(row))
			.execute();
	}
}

export async function upsertKpiVersions(db: Db, rows: readonly KpiVersion[]): Promise<void> {
	for (const row of rows) {
		await db
			.insertInto('kpiVersion')
			.values(row)
			.onConflict((conflict) => conflict.columns(['kpiCode', 'version']).doUpdateSet(row))
			.execute();
	}
}

export async function upsertHolidays(db: Db, rows: readonly HolidayRow[]): Promise<void> {
	for (const holiday of rows) {
		const row = { ...holiday, regionCode: '' };
		await db
			.insertInto('holiday')
			.values(row)
			.onConflict((conflict) => conflict.columns(['day', 'regionCode']).doUpdateSet(row))
			.execute();
	}
}

function* portions<Row>(rows: readonly Row[]): Generator<Row[]> {
	for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
		yield rows.slice(from, from + ROWS_PER_STATEMENT);
	}
}
