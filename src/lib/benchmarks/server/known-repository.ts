/** Published facts as they were known at an instant: later revisions undone, later months away. */
import type { Db } from '#lib/database/connection.ts';
import { knownObservations } from '#lib/database/known-observations.ts';
import type { MonthIndex } from '#lib/database/tables/values.ts';
import { BUCKETS, FACT_COLUMNS, type BucketRow, type Fact } from './repository.ts';

/** All that was published for a KPI and month. */
export async function listMonthKnown(
	db: Db,
	kpiKey: number,
	month: MonthIndex,
	asOf: string
): Promise<Fact[]> {
	return known(db, kpiKey, asOf).select(FACT_COLUMNS).where('month', '=', month).execute();
}

/** The cases by duration that were published for a KPI and month, of the regions that had any. */
export async function listBucketsKnown(
	db: Db,
	kpiKey: number,
	month: MonthIndex,
	asOf: string
): Promise<BucketRow[]> {
	return known(db, kpiKey, asOf)
		.select(['regionKey', ...BUCKETS])
		.where('month', '=', month)
		.where('bucket1', 'is not', null)
		.execute();
}

/** What was published for a KPI in some regions and a stretch of months. */
export async function listSpanKnown(
	db: Db,
	kpiKey: number,
	regionKeys: readonly number[],
	{ from, to, asOf }: { from: MonthIndex; to: MonthIndex; asOf: string }
): Promise<Fact[]> {
	return known(db, kpiKey, asOf)
		.select(FACT_COLUMNS)
		.where('regionKey', 'in', regionKeys)
		.where('month', '>=', from)
		.where('month', '<=', to)
		.orderBy('regionKey')
		.orderBy('month')
		.execute();
}

/** The first month each region had reported a KPI for; regions that had not are left out. */
export async function listFirstMonthsKnown(
	db: Db,
	kpiKey: number,
	regionKeys: readonly number[],
	asOf: string
): Promise<{ regionKey: number; month: MonthIndex }[]> {
	return known(db, kpiKey, asOf)
		.select((eb) => ['regionKey', eb.fn.min('month').as('month')])
		.where('regionKey', 'in', regionKeys)
		.groupBy('regionKey')
		.execute();
}

/** The months in which any of some regions had a value, newest first, with how many had. */
export async function listReportingKnown(
	db: Db,
	kpiKey: number,
	regionKeys: readonly number[],
	asOf: string
): Promise<{ month: MonthIndex; n: number }[]> {
	const rows = await known(db, kpiKey, asOf)
		.select((eb) => ['month', eb.fn.countAll<number | string>().as('n')])
		.where('regionKey', 'in', regionKeys)
		.where('value', 'is not', null)
		.groupBy('month')
		.orderBy('month', 'desc')
		.execute();
	return rows.map(({ month, n }) => ({ month, n: Number(n) }));
}

/**
 * The newest month in which a KPI had any value, with how many had; undefined without any.
 * @param to the newest month that could be: the last one that was over
 */
export async function findNewestKnown(
	db: Db,
	kpiKey: number,
	{ to, asOf }: { to: MonthIndex; asOf: string }
): Promise<{ month: MonthIndex; n: number; nSample: number } | undefined> {
	const months = known(db, kpiKey, asOf).where('month', '<=', to).where('value', 'is not', null);
	const newest = await months.select('month').orderBy('month', 'desc').limit(1).executeTakeFirst();
	if (!newest) return undefined;
	const counted = await known(db, kpiKey, asOf)
		.select((eb) => [
			eb.fn.countAll<number | string>().as('n'),
			eb.fn.sum<number | string>('isSample').as('nSample')
		])
		.where('month', '=', newest.month)
		.where('value', 'is not', null)
		.executeTakeFirstOrThrow();
	return { ...newest, n: Number(counted.n), nSample: Number(counted.nSample) };
}

/** A value of any KPI as it was known. */
export type KnownFact = Fact & { readonly kpiKey: number; readonly value: number };

/** The values some regions had published for every KPI or for some, by KPI, region and month. */
export async function listRegionsKnown(
	db: Db,
	regionKeys: readonly number[],
	{
		kpiKeys,
		from,
		to,
		asOf
	}: { kpiKeys?: readonly number[]; from?: MonthIndex; to?: MonthIndex; asOf: string }
): Promise<KnownFact[]> {
	let query = knownObservations(db, asOf)
		.select([...FACT_COLUMNS, 'kpiKey'])
		.select((eb) => eb.ref('value').$notNull().as('value'))
		.where('regionKey', 'in', regionKeys)
		.where('value', 'is not', null)
		.orderBy('kpiKey')
		.orderBy('regionKey')
		.orderBy('month');
	if (kpiKeys !== undefined) query = query.where('kpiKey', 'in', kpiKeys);
	if (from !== undefined) query = query.where('month', '>=', from);
	if (to !== undefined) query = query.where('month', '<=', to);
	return query.execute();
}

function known(db: Db, kpiKey: number, asOf: string) {
	return knownObservations(db, asOf).where('kpiKey', '=', kpiKey);
}
