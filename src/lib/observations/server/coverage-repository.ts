import type { Db } from '#lib/database/connection.ts';
import type { DistrictCoverage } from '#lib/database/tables/observations.ts';

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

/** The first day the register says anything about some districts; null when it never does. */
export async function findFirstDay(
	db: Db,
	districtCodes: readonly string[]
): Promise<string | null> {
	const row = await db
		.selectFrom('districtCoverage')
		.select((eb) => eb.fn.min('validFrom').as('firstDay'))
		.where('districtCode', 'in', districtCodes)
		.executeTakeFirst();
	return row?.firstDay ?? null;
}
