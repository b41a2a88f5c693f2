import { kpisByKey, listKpis } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { monthFromIndex, monthIndex, type Day, type Month } from '#lib/core/period.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import { judgeSeries, seriesPoints, type JudgedSeries } from '../series-signal.ts';
import { limitsAround, type XmrLimits } from '../statistics/xmr-limits.ts';
import { signalsKnown } from './known-signals.ts';
import { signalsNow, type SignalSource } from './signal-source.ts';
import type * as signals from './signals-repository.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

/** What the control chart says of the newest final month of a region's KPI. */
export interface Signal extends Omit<signals.NamedSignal, 'month' | 'isSample' | 'isTrial'> {
	readonly month: Month;
	readonly kpi: Kpi;
	readonly limits: XmrLimits | null;
	readonly isSample: boolean;
	readonly isTrial: boolean;
	/** Whether it stands out among all series of its month; null without fixed limits. */
	readonly standsOut: boolean | null;
	/** All months of the series, where a single one was asked for. */
	readonly series: JudgedSeries | null;
}

export interface SignalQuery {
	readonly regions?: readonly string[] | undefined;
	readonly kpis?: readonly string[] | undefined;
	readonly month?: Month | undefined;
	/** The day at whose end it was known so; null or left out for now. */
	readonly asOf?: Day | null | undefined;
	readonly province?: string | undefined;
	readonly variation?: signals.SignalFilter['variation'];
	readonly isFlagged?: boolean;
	/** By KPI and region unless told. */
	readonly order?: 'code' | 'strength';
	readonly offset?: number;
	readonly limit?: number;
}

const DEFAULT_LIMIT = 100;

/**
 * The signals of the series asked for. Of a single one, one region and one KPI, the whole series
 * comes along. Unknown regions are `not_found`; unknown KPIs have none.
 */
export async function listSignals(ctx: ReadContext, query: SignalQuery): Promise<Signal[]> {
	const { regions, kpis, month } = query;
	if (regions && regions.length > 0) await getRegions(ctx, regions);
	const source = await sourceOf(ctx, query.asOf);
	const rows = await source.list({
		...query,
		month: month === undefined ? undefined : monthIndex(month),
		order: query.order ?? 'code',
		offset: query.offset ?? 0,
		limit: query.limit ?? DEFAULT_LIMIT
	});
	const known = await kpisByKey(ctx);
	const thresholds = new Map<number, number>();
	for (const { month: index } of rows) {
		if (!thresholds.has(index)) thresholds.set(index, (await source.tally(index)).threshold);
	}
	const isSingle = regions?.length === 1 && kpis?.length === 1;
	return Promise.all(
		rows.flatMap((row) => {
			const kpi = known.get(row.kpiKey);
			if (!kpi) return [];
			return [
				toSignal(ctx, source, row, { kpi, threshold: thresholds.get(row.month) ?? 0, isSingle })
			];
		})
	);
}

async function toSignal(
	ctx: ReadContext,
	source: SignalSource,
	row: signals.NamedSignal,
	{ kpi, threshold, isSingle }: { kpi: Kpi; threshold: number; isSingle: boolean }
): Promise<Signal> {
	const { mean, averageMovingRange, p } = row;
	return {
		...row,
		kpi,
		month: monthFromIndex(row.month),
		limits:
			mean === null || averageMovingRange === null ? null : limitsAround(mean, averageMovingRange),
		isSample: row.isSample === 1,
		isTrial: row.isTrial === 1,
		standsOut: p === null ? null : row.rule !== null && p <= threshold,
		series: isSingle ? await readSeries(ctx, source, row) : null
	};
}

async function readSeries(
	ctx: ReadContext,
	source: SignalSource,
	{ kpiKey, regionKey }: signals.NamedSignal
): Promise<JudgedSeries | null> {
	const kpi = (await listKpis(ctx)).find(({ key }) => key === kpiKey);
	if (!kpi) return null;
	const points = seriesPoints(await source.points(kpiKey, regionKey));
	return judgeSeries(kpi, points, await source.restarts(kpiKey, regionKey));
}

function sourceOf(ctx: ReadContext, asOf: Day | null | undefined): Promise<SignalSource> {
	return asOf ? signalsKnown(ctx, asOf) : Promise.resolve(signalsNow(ctx));
}

export interface SignalsOfMonth {
	readonly month: Month;
	readonly months: readonly Month[];
	/** Series with fixed limits that end in the month. */
	readonly nSeries: number;
	readonly nFlagged: number;
	/** How many would be flagged by chance alone. */
	readonly nByChance: number;
	/** How many still stand out when the false discovery rate is held at 10 %. */
	readonly nStandingOut: number;
	readonly byVariation: Readonly<Record<string, number>>;
	readonly rows: readonly Signal[];
	/** Whether another page follows. */
	readonly hasMore: boolean;
}

/** The months in which this share of all series ends are offered. */
const MIN_MONTH_SHARE = 0.05;
const PAGE_ROWS = 50;

/**
 * The signals of a month, the strongest first; without a month, of the newest in which half of the
 * series end. Null when no series has been judged. A day that is looked back to may take seconds the
 * first time, or be `unavailable` while others are found.
 */
export async function getSignalsOfMonth(
	ctx: ReadContext,
	query: Pick<SignalQuery, 'month' | 'province' | 'variation' | 'asOf'> & {
		readonly page?: number;
	}
): Promise<SignalsOfMonth | null> {
	const source = await sourceOf(ctx, query.asOf);
	const counted = await source.months();
	const total = counted.reduce((sum, { n }) => sum + n, 0);
	const most = Math.max(...counted.map(({ n }) => n));
	const newest = counted.find(({ n }) => n >= most / 2);
	if (!newest) return null;
	const asked = query.month === undefined ? null : monthIndex(query.month);
	const chosen = counted.find(({ month }) => month === asked)?.month ?? newest.month;

	const { nSeries, nByChance, nStandingOut, flagged } = await source.tally(chosen);
	const rows = await listSignals(ctx, {
		month: monthFromIndex(chosen),
		asOf: query.asOf,
		province: query.province,
		variation: query.variation,
		isFlagged: true,
		order: 'strength',
		offset: ((query.page ?? 1) - 1) * PAGE_ROWS,
		limit: PAGE_ROWS + 1
	});
	return {
		month: monthFromIndex(chosen),
		months: counted
			.filter(({ month, n }) => n >= MIN_MONTH_SHARE * total || month === chosen)
			.map(({ month }) => monthFromIndex(month)),
		nSeries,
		nFlagged: flagged.reduce((sum, { n }) => sum + n, 0),
		nByChance,
		nStandingOut,
		byVariation: Object.fromEntries(
			flagged.flatMap(({ variation, n }) => (variation === null ? [] : [[variation, n]]))
		),
		rows: rows.slice(0, PAGE_ROWS),
		hasMore: rows.length > PAGE_ROWS
	};
}
