import { sql } from 'kysely';
import type { Db } from '#lib/database/connection.ts';
import type { DistrictCoverage } from '#lib/database/tables/observations.ts';
import { rowsKnown } from '../coverage-known.ts';

/** The rows of some districts that hold on a day, by district, service and first day. */
export async function listOnDay(
	db: Db,
	districtCodes: readonly string[],
	day: string
): Promise<DistrictCoverage[]> {
	return db
		.selectFrom('districtCoverage')
		.selectAll()
		.where('districtCode', 'in', districtCodes)
		.where('validFrom', '<=', day)
		.where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', day)]))
		.orderBy('districtCode')
		.orderBy('serviceCode')
		.orderBy('validFrom')
		.execute();
}

/**
 * Every row about some districts as the register had it at an instant, in the same order: rows that
 * were written later are away, changed ones say what they said, and confirmed ones are claimed again.
 */
export async function listKnown(
	db: Db,
	districtCodes: readonly string[],
	asOf: string
): Promise<DistrictCoverage[]> {
	const current = await db
		.selectFrom('districtCoverage')
		.selectAll()
		.where('districtCode', 'in', districtCodes)
		.where('updatedAt', '<=', asOf)
		.execute();
	const changedLater = await db
		.selectFrom('districtCoverageRevision')
		.selectAll()
		.where('districtCode', 'in', districtCodes)
		.where('supersededAt', '>', asOf)
		.orderBy('supersededAt')
		.execute();
	return rowsKnown(current, changedLater, asOf);
}

/** The row about some districts that begins first; undefined when there is none. */
export async function findFirst(
	db: Db,
	districtCodes: readonly string[]
): Promise<Pick<DistrictCoverage, 'validFrom' | 'datePrecision'> | undefined> {
	return db
		.selectFrom('districtCoverage')
		.select(['validFrom', 'datePrecision'])
		.where('districtCode', 'in', districtCodes)
		.orderBy('validFrom')
		.orderBy('districtCode')
		.limit(1)
		.executeTakeFirst();
}

/** The region with the most rows that are no sample; null when all are, or there are none. */
export async function findMostCited(db: Db): Promise<string | null> {
	// A district's code begins with its region's: `36.71.01`.
	const regionCode = sql<string>`substr(district_code, 1, 5)`;
	const row = await db
		.selectFrom('districtCoverage')
		.select(regionCode.as('regionCode'))
		.where('isSample', '=', 0)
		.groupBy(regionCode)
		.orderBy((eb) => eb.fn.countAll(), 'desc')
		.orderBy(regionCode)
		.limit(1)
		.executeTakeFirst();
	return row?.regionCode ?? null;
}
