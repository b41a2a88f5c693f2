/** Published facts as they were known at an instant: later revisions undone, later months away. */
import type { Db } from '#lib/database/connection.ts';
import type { MonthIndex } from '#lib/database/tables/values.ts';
import { FACT_COLUMNS, type Fact } from './repository.ts';

/** All that was published for a KPI and month. */
export async function listMonthKnown(
	db: Db,
	kpiKey: number,
	month: MonthIndex,
	asOf: string
): Promise<Fact[]> {
	return known(db, kpiKey, asOf).selectAll().where('month', '=', month).execute();
}

/** What was published for a KPI in some regions and a stretch of months. */
export async function listSpanKnown(
	db: Db,
	kpiKey: number,
	regionKeys: readonly number[],
	{ from, to, asOf }: { from: MonthIndex; to: MonthIndex; asOf: string }
): Promise<Fact[]> {
	return known(db, kpiKey, asOf)
		.selectAll()
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

/** A value of any KPI as it was known. */
export type KnownFact = Fact & { readonly kpiKey: number; readonly value: number };

/** The values some regions had published for every KPI, by KPI, region and month. */
export async function listRegionsKnown(
	db: Db,
	regionKeys: readonly number[],
	{ from, to, asOf }: { from?: MonthIndex; to?: MonthIndex; asOf: string }
): Promise<KnownFact[]> {
	const columns = [...FACT_COLUMNS, 'kpiKey'] as const;
	const unchanged = db
		.selectFrom('observation')
		.select(columns)
		.where('regionKey', 'in', regionKeys)
		.where('publishedAt', '<=', asOf);
	const replacedLater = db
		.selectFrom('observationRevision')
		.select(columns)
		.where('regionKey', 'in', regionKeys)
		.where('publishedAt', '<=', asOf)
		.where('supersededAt', '>', asOf);
	let query = db
		.selectFrom(unchanged.unionAll(replacedLater).as('known'))
		.selectAll()
		.select((eb) => eb.ref('value').$notNull().as('value'))
		.where('value', 'is not', null)
		.orderBy('kpiKey')
		.orderBy('regionKey')
		.orderBy('month');
	if (from !== undefined) query = query.where('month', '>=', from);
	if (to !== undefined) query = query.where('month', '<=', to);
	return query.execute();
}

function known(db: Db, kpiKey: number, asOf: string) {
	const unchanged = db
		.selectFrom('observation')
		.select(FACT_COLUMNS)
		.where('kpiKey', '=', kpiKey)
		.where('publishedAt', '<=', asOf);
	const replacedLater = db
		.selectFrom('observationRevision')
		.select(FACT_COLUMNS)
		.where('kpiKey', '=', kpiKey)
		.where('publishedAt', '<=', asOf)
		.where('supersededAt', '>', asOf);
	return db.selectFrom(unchanged.unionAll(replacedLater).as('known'));
}
