import { sql } from 'kysely';
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
					verifiedAt: eb.ref('excluded.verifiedAt'),
					verifiedByRole: eb.ref('excluded.verifiedByRole'),
					isSample: eb.ref('excluded.isSample'),
					updatedAt: eb.ref('excluded.updatedAt')
				}))
			)
			.execute();
	}
}

/** Marks a row as verified that is still claimed; false when it is not. */
export async function verify(
	db: Db,
	{ districtCode, serviceCode, validFrom }: CoverageRowKey,
	verified: { readonly at: string; readonly role: string }
): Promise<boolean> {
	const result = await db
		.updateTable('districtCoverage')
		.set({ verification: 'verified', verifiedAt: verified.at, verifiedByRole: verified.role })
		.where('districtCode', '=', districtCode)
		.where('serviceCode', '=', serviceCode)
		.where('validFrom', '=', validFrom)
		.where('verification', '=', 'claimed')
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

/** What names a row of the register. */
export type CoverageRowKey = Pick<DistrictCoverage, 'districtCode' | 'serviceCode' | 'validFrom'>;

/** How many rows about some districts nobody has verified yet. */
export async function countClaimed(db: Db, districtCodes: readonly string[]): Promise<number> {
	if (districtCodes.length === 0) return 0;
	const row = await db
		.selectFrom('districtCoverage')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.where('districtCode', 'in', districtCodes)
		.where('verification', '=', 'claimed')
		.executeTakeFirstOrThrow();
	return row.n;
}

/** The codes of the regions that the register speaks of. */
export async function listRegionCodes(db: Db): Promise<string[]> {
	// A district's code begins with its region's: `36.71.01`.
	const regionCode = sql<string>`substr(district_code, 1, 5)`;
	const rows = await db
		.selectFrom('districtCoverage')
		.select(regionCode.as('regionCode'))
		.groupBy(regionCode)
		.orderBy(regionCode)
		.execute();
	return rows.map((row) => row.regionCode);
}

/** The newest month with a fact of some KPIs, by the code of the region. */
export async function listNewestFacts(
	db: Db,
	kpiKeys: readonly number[],
	months: { from: number; to: number }
): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom('observation')
		.innerJoin('region', 'region.key', 'observation.regionKey')
		.select(['region.code', (eb) => eb.fn.max('observation.month').as('month')])
		.where('observation.kpiKey', 'in', kpiKeys)
		.where('observation.month', '>=', months.from)
		.where('observation.month', '<=', months.to)
		.groupBy('region.code')
		.execute();
	return new Map(rows.map(({ code, month }) => [code, month]));
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
