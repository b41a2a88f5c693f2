import type { Db } from '#lib/database/connection.ts';
import type {
	DistrictCoverage,
	DistrictCoverageRevision
} from '#lib/database/tables/observations.ts';

const ROWS_PER_STATEMENT = 150;

/** Every row about some districts, by district, service and first day. */
export async function listAll(
	db: Db,
	districtCodes: readonly string[]
): Promise<DistrictCoverage[]> {
	return db
		.selectFrom('districtCoverage')
		.selectAll()
		.where('districtCode', 'in', districtCodes)
		.orderBy('districtCode')
		.orderBy('serviceCode')
		.orderBy('validFrom')
		.execute();
}

/** Adds rows; one that begins on the same day is replaced. */
export async function upsert(db: Db, rows: readonly DistrictCoverage[]): Promise<void> {
	for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
		await db
			.insertInto('districtCoverage')
			.values(rows.slice(from, from + ROWS_PER_STATEMENT))
			.onConflict((conflict) =>
				conflict.columns(['districtCode', 'serviceCode', 'validFrom']).doUpdateSet((eb) => ({
					validTo: eb.ref('excluded.validTo'),
					mode: eb.ref('excluded.mode'),
					datePrecision: eb.ref('excluded.datePrecision'),
					source: eb.ref('excluded.source'),
					verification: eb.ref('excluded.verification'),
					isSample: eb.ref('excluded.isSample'),
					updatedAt: eb.ref('excluded.updatedAt')
				}))
			)
			.execute();
	}
}

/** Keeps what rows said before they were changed. */
export async function insertRevisions(
	db: Db,
	rows: readonly DistrictCoverageRevision[]
): Promise<void> {
	for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
		await db
			.insertInto('districtCoverageRevision')
			.values(rows.slice(from, from + ROWS_PER_STATEMENT))
			.execute();
	}
}

/** The newest changes to rows about some districts. */
export async function listRevisions(
	db: Db,
	districtCodes: readonly string[],
	limit: number
): Promise<DistrictCoverageRevision[]> {
	return db
		.selectFrom('districtCoverageRevision')
		.selectAll()
		.where('districtCode', 'in', districtCodes)
		.orderBy('supersededAt', 'desc')
		.orderBy('districtCode')
		.limit(limit)
		.execute();
}
