import type { Db } from '#lib/database/connection.ts';
import type { Benchmark, Observation } from '#lib/database/tables/observations.ts';
import type { MonthIndex } from '#lib/database/tables/values.ts';

export const FACT_COLUMNS = [
	'regionKey',
	'month',
	'numerator',
	'denominator',
	'value',
	'missingReason',
	'verification',
	'revision',
	'isSample',
	'publishedAt'
] as const;

/** What is published for one region and month. */
export type Fact = Pick<Observation, (typeof FACT_COLUMNS)[number]>;

/** What a ranking reads: all of it stands in the index of the month. */
const MONTH_COLUMNS = [
	'regionKey',
	'month',
	'numerator',
	'denominator',
	'value',
	'missingReason',
	'verification',
	'isSample'
] as const satisfies readonly (keyof Observation)[];

export const BUCKETS = ['bucket1', 'bucket2', 'bucket3', 'bucket4', 'bucket5'] as const;

/** A region's cases by how long they took. */
export type BucketRow = Pick<Observation, 'regionKey' | (typeof BUCKETS)[number]>;

/** All that is published for a KPI and month. */
export async function listMonth(
	db: Db,
	kpiKey: number,
	month: MonthIndex
): Promise<Pick<Observation, (typeof MONTH_COLUMNS)[number]>[]> {
	return db
		.selectFrom('observation')
		.select(MONTH_COLUMNS)
		.where('kpiKey', '=', kpiKey)
		.where('month', '=', month)
		.execute();
}

/** The cases by duration that are published for a KPI and month, of the regions that have any. */
export async function listBuckets(db: Db, kpiKey: number, month: MonthIndex): Promise<BucketRow[]> {
	return db
		.selectFrom('observation')
		.select(['regionKey', ...BUCKETS])
		.where('kpiKey', '=', kpiKey)
		.where('month', '=', month)
		.where('bucket1', 'is not', null)
		.execute();
}

/** What is published for a KPI in some regions and a stretch of months. */
export async function listSpan(
	db: Db,
	kpiKey: number,
	regionKeys: readonly number[],
	from: MonthIndex,
	to: MonthIndex
): Promise<Fact[]> {
	return db
		.selectFrom('observation')
		.select(FACT_COLUMNS)
		.where('kpiKey', '=', kpiKey)
		.where('regionKey', 'in', regionKeys)
		.where('month', '>=', from)
		.where('month', '<=', to)
		.orderBy('regionKey')
		.orderBy('month')
		.execute();
}

/** The first month each region reported a KPI for; regions that never did are left out. */
export async function listFirstMonths(
	db: Db,
	kpiKey: number,
	regionKeys: readonly number[]
): Promise<{ regionKey: number; month: MonthIndex }[]> {
	return db
		.selectFrom('observation')
		.select((eb) => ['regionKey', eb.fn.min('month').as('month')])
		.where('kpiKey', '=', kpiKey)
		.where('regionKey', 'in', regionKeys)
		.groupBy('regionKey')
		.execute();
}

/** A group's benchmark rows in a stretch of months, oldest first. */
export async function listBenchmarks(
	db: Db,
	kpiKey: number,
	groupCode: string,
	from: MonthIndex,
	to: MonthIndex
): Promise<Benchmark[]> {
	return db
		.selectFrom('benchmark')
		.selectAll()
		.where('kpiKey', '=', kpiKey)
		.where('groupCode', '=', groupCode)
		.where('month', '>=', from)
		.where('month', '<=', to)
		.orderBy('month')
		.execute();
}

/** The months a group has any value in, newest first. */
export async function listReporting(
	db: Db,
	kpiKey: number,
	groupCode: string
): Promise<Pick<Benchmark, 'month' | 'n' | 'nExpected'>[]> {
	return db
		.selectFrom('benchmark')
		.select(['month', 'n', 'nExpected'])
		.where('kpiKey', '=', kpiKey)
		.where('groupCode', '=', groupCode)
		.orderBy('month', 'desc')
		.execute();
}

/** The newest month of each KPI with the number of regions that have a value in it. */
export async function listNewest(
	db: Db,
	groupCode: string
): Promise<Pick<Benchmark, 'kpiKey' | 'month' | 'n' | 'nSample'>[]> {
	// The end of each KPI's stretch of the index, instead of a scan of all months there are. A cross
	// join, because SQLite keeps its order: as an inner one it began with all rows of the group.
	return db
		.selectFrom((eb) =>
			eb
				.selectFrom('kpi')
				.select((one) => [
					'kpi.key as kpiKey',
					one
						.selectFrom('benchmark as any')
						.select(({ fn }) => fn.max('any.month').as('month'))
						.whereRef('any.kpiKey', '=', 'kpi.key')
						.where('any.groupCode', '=', groupCode)
						.as('month')
				])
				.as('newest')
		)
		.crossJoin('benchmark')
		.whereRef('benchmark.kpiKey', '=', 'newest.kpiKey')
		.whereRef('benchmark.month', '=', 'newest.month')
		.select(['benchmark.kpiKey', 'benchmark.month', 'benchmark.n', 'benchmark.nSample'])
		.where('benchmark.groupCode', '=', groupCode)
		.execute();
}

/** One region's figures of some KPIs in the months from one to another. */
export async function listOfRegion(
	db: Db,
	regionKey: number,
	from: MonthIndex,
	to: MonthIndex
): Promise<(Fact & { kpiKey: number })[]> {
	return db
		.selectFrom('observation')
		.select([...FACT_COLUMNS, 'kpiKey'])
		.where('regionKey', '=', regionKey)
		.where('month', '>=', from)
		.where('month', '<=', to)
		.where('value', 'is not', null)
		.orderBy('kpiKey')
		.orderBy('month')
		.execute();
}

/** A group's benchmark rows of all KPIs in a stretch of months. */
export async function listGroupBenchmarks(
	db: Db,
	groupCode: string,
	from: MonthIndex,
	to: MonthIndex
): Promise<Benchmark[]> {
	return db
		.selectFrom('benchmark')
		.selectAll()
		.where('groupCode', '=', groupCode)
		.where('month', '>=', from)
		.where('month', '<=', to)
		.execute();
}

/** The benchmarks of several KPIs for a group in a stretch of months, newest first. */
export async function listGroupRanges(
	db: Db,
	kpiKeys: readonly number[],
	groupCode: string,
	from: MonthIndex,
	to: MonthIndex
): Promise<Pick<Benchmark, 'kpiKey' | 'month' | 'n' | 'nSample' | 'p25' | 'p50' | 'p75'>[]> {
	return db
		.selectFrom('benchmark')
		.select(['kpiKey', 'month', 'n', 'nSample', 'p25', 'p50', 'p75'])
		.where('kpiKey', 'in', kpiKeys)
		.where('groupCode', '=', groupCode)
		.where('month', '>=', from)
		.where('month', '<=', to)
		.orderBy('month', 'desc')
		.execute();
}
