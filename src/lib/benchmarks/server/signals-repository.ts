import { insertMany } from '#db/insert-many.ts';
import type { Db } from '#lib/database/connection.ts';
import type { SignalRow } from '#lib/database/tables/peers.ts';
import type { MonthIndex } from '#lib/database/tables/values.ts';
import type { PublishedPoint } from '../series-signal.ts';

/** The published values of a KPI, region after region, in the order of the months. */
export async function listPoints(
	db: Db,
	kpiKey: number,
	regionKeys: readonly number[] | null
): Promise<(PublishedPoint & { regionKey: number })[]> {
	let query = db
		.selectFrom('observation')
		.select(['regionKey', 'month', 'verification', 'isSample'])
		.select((eb) => eb.ref('value').$notNull().as('value'))
		.where('kpiKey', '=', kpiKey)
		.where('value', 'is not', null)
		.orderBy('regionKey')
		.orderBy('month');
	if (regionKeys !== null) query = query.where('regionKey', 'in', regionKeys);
	return query.execute();
}

/** Puts the signals of a KPI's regions in the place of what was there. */
export async function replace(
	db: Db,
	kpiKey: number,
	regionKeys: readonly number[] | null,
	rows: readonly SignalRow[]
): Promise<void> {
	let old = db.deleteFrom('signal').where('kpiKey', '=', kpiKey);
	if (regionKeys !== null) old = old.where('regionKey', 'in', regionKeys);
	await old.execute();
	await insertMany(db, 'signal', rows);
}

export async function isEmpty(db: Db): Promise<boolean> {
	const first = await db.selectFrom('signal').select('kpiKey').limit(1).executeTakeFirst();
	return first === undefined;
}

/** How many series end in each month, newest first. */
export async function listMonths(db: Db): Promise<{ month: MonthIndex; n: number }[]> {
	const rows = await db
		.selectFrom('signal')
		.select((eb) => ['month', eb.fn.countAll<number | string>().as('n')])
		.groupBy('month')
		.orderBy('month', 'desc')
		.execute();
	return rows.map(({ month, n }) => ({ month, n: Number(n) }));
}

/** The chances of all series that end in a month and have fixed limits, smallest first. */
export async function listChances(db: Db, month: MonthIndex): Promise<number[]> {
	const rows = await db
		.selectFrom('signal')
		.select((eb) => eb.ref('p').$notNull().as('p'))
		.where('month', '=', month)
		.where('p', 'is not', null)
		.orderBy('p')
		.execute();
	return rows.map(({ p }) => p);
}

/** How many series of a month have so many points, with and without their season; fixed limits only. */
export async function countByLength(
	db: Db,
	month: MonthIndex
): Promise<{ n: number; isSeasonal: boolean; series: number }[]> {
	const rows = await db
		.selectFrom('signal')
		.select((eb) => [
			'n',
			eb.fn.countAll<number | string>().as('series'),
			eb.fn.count<number | string>('season').as('seasonal')
		])
		.where('month', '=', month)
		.where('p', 'is not', null)
		.groupBy('n')
		.execute();
	return rows.flatMap(({ n, series, seasonal }) => [
		{ n, isSeasonal: true, series: Number(seasonal) },
		{ n, isSeasonal: false, series: Number(series) - Number(seasonal) }
	]);
}

export type NamedSignal = SignalRow & {
	kpiCode: string;
	regionCode: string;
	regionName: string;
	provinceCode: string;
};

export interface SignalFilter {
	readonly regions?: readonly string[] | undefined;
	readonly kpis?: readonly string[] | undefined;
	readonly month?: MonthIndex | undefined;
	readonly province?: string | undefined;
	readonly variation?: SignalRow['variation'] | undefined;
	/** Only series in which a rule has been met. */
	readonly isFlagged?: boolean;
	readonly order: 'code' | 'strength';
	readonly offset: number;
	readonly limit: number;
}

/** Signals with what they are about. */
export async function list(db: Db, filter: SignalFilter): Promise<NamedSignal[]> {
	const { regions, kpis, month, province, variation, isFlagged } = filter;
	let query = db
		.selectFrom('signal')
		.innerJoin('kpi', 'kpi.key', 'signal.kpiKey')
		.innerJoin('region', 'region.key', 'signal.regionKey')
		.selectAll('signal')
		.select([
			'kpi.code as kpiCode',
			'region.code as regionCode',
			'region.name as regionName',
			'region.provinceCode'
		]);
	if (regions) query = query.where('region.code', 'in', regions);
	if (kpis) query = query.where('kpi.code', 'in', kpis);
	if (month !== undefined) query = query.where('signal.month', '=', month);
	if (province) query = query.where('region.provinceCode', '=', province);
	if (variation) query = query.where('signal.variation', '=', variation);
	if (isFlagged) query = query.where('signal.rule', 'is not', null);
	if (filter.order === 'strength') {
		query = query.where('signal.strength', 'is not', null).orderBy('signal.strength', 'desc');
	}
	return query
		.orderBy('signal.kpiKey')
		.orderBy('signal.regionKey')
		.limit(filter.limit)
		.offset(filter.offset)
		.execute();
}

/** How many series of a month each variation has, flagged ones only. */
export async function countFlagged(
	db: Db,
	month: MonthIndex
): Promise<{ variation: SignalRow['variation']; n: number }[]> {
	const rows = await db
		.selectFrom('signal')
		.select((eb) => ['variation', eb.fn.countAll<number | string>().as('n')])
		.where('month', '=', month)
		.where('rule', 'is not', null)
		.where('p', 'is not', null)
		.groupBy('variation')
		.execute();
	return rows.map(({ variation, n }) => ({ variation, n: Number(n) }));
}

/** What is known of each series of a region. */
export async function listOfRegion(db: Db, regionKey: number): Promise<SignalRow[]> {
	return db.selectFrom('signal').selectAll().where('regionKey', '=', regionKey).execute();
}
