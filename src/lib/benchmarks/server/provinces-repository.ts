import type { Db } from '#lib/database/connection.ts';
import type { Benchmark } from '#lib/database/tables/observations.ts';
import type { MonthIndex } from '#lib/database/tables/values.ts';

/** The benchmark rows of all provinces for a KPI and month. */
export async function listProvinceBenchmarks(
	db: Db,
	kpiKey: number,
	month: MonthIndex,
	provinceCodes: readonly string[]
): Promise<Pick<Benchmark, 'groupCode' | 'n' | 'nExpected' | 'nSample' | 'p50'>[]> {
	return db
		.selectFrom('benchmark')
		.select(['groupCode', 'n', 'nExpected', 'nSample', 'p50'])
		.where('kpiKey', '=', kpiKey)
		.where('month', '=', month)
		.where(
			'groupCode',
			'in',
			provinceCodes.map((code) => `province:${code}`)
		)
		.execute();
}
