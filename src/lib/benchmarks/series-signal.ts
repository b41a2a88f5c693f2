import { monthIndex } from '#lib/core/period.ts';
import type { SignalRow } from '#lib/database/tables/peers.ts';
import type { MonthIndex } from '#lib/database/tables/values.ts';
import type { DefinedKpi } from './defined-kpi.ts';
import { signalChance } from './statistics/signal-chance.ts';
import { signalStrength } from './statistics/signal-budget.ts';
import { seasonAt } from './statistics/season.ts';
import {
	FIXED_FROM_POINTS,
	withoutSeason,
	xmrChart,
	type XmrChart,
	type XmrPoint,
	type XmrSegment
} from './statistics/xmr.ts';

/** A published month of a series. */
export interface SeriesPoint {
	readonly month: number;
	readonly value: number;
	readonly isProvisional: boolean;
	readonly isSample: boolean;
}

/** A published month as the database holds it. */
export interface PublishedPoint {
	readonly month: number;
	readonly value: number;
	readonly verification: 'claimed' | 'verified';
	readonly isSample: 0 | 1;
}

/** The months of a series as it is judged. */
export function seriesPoints(published: readonly PublishedPoint[]): SeriesPoint[] {
	return published.map(({ month, value, verification, isSample }) => ({
		month,
		value,
		isProvisional: verification === 'claimed',
		isSample: isSample === 1
	}));
}

/** What is needed of a KPI to judge a series. */
export type JudgedKpi = Pick<DefinedKpi, 'key' | 'direction'> & {
	readonly version: Pick<DefinedKpi['version'], 'version' | 'validFrom' | 'standardValue'>;
};

export interface JudgedSeries {
	readonly chart: XmrChart;
	/** The complete list of months. */
	readonly points: readonly XmrPoint[];
	/** The month of the first point. */
	readonly from: number;
}

/**
 * The control chart of a series; null without points. A new definition of the KPI begins a new
 * segment, the standard of the KPI is the target, and with three years of months they are judged
 * without their season.
 * @param points of one region, in the order of the months
 * @param restarts the months from which a person has set limits of their own
 */
export function judgeSeries(
	kpi: JudgedKpi,
	points: readonly SeriesPoint[],
	restarts: readonly MonthIndex[] = []
): JudgedSeries | null {
	const from = points[0]?.month;
	const to = points.at(-1)?.month;
	if (from === undefined || to === undefined) return null;
	const complete: XmrPoint[] = Array.from({ length: to - from + 1 }, () => ({ value: null }));
	for (const { month, value, isProvisional } of points) {
		complete[month - from] = { value, isProvisional };
	}
	const { version, validFrom, standardValue } = kpi.version;
	const chart = xmrChart(complete, {
		direction: kpi.direction,
		target: standardValue,
		restarts: [...(version > 1 ? [monthIndex(validFrom)] : []), ...restarts].map(
			(month) => month - from
		),
		isSeasonal: true
	});
	return { chart, points: complete, from };
}

/** What the newest final month of a series says; null without a final month. */
export function signalOf(
	kpi: JudgedKpi,
	regionKey: number,
	points: readonly SeriesPoint[],
	restarts: readonly MonthIndex[] = []
): SignalRow | null {
	const newest = points.findLast(({ isProvisional }) => !isProvisional);
	const judged = judgeSeries(kpi, points, restarts);
	if (!newest || !judged) return null;

	const { chart, from } = judged;
	const position = newest.month - from;
	const segment = chart.segments.find((one) => one.from <= position && one.to >= position);
	const limits = segment?.limits ?? null;
	const signal = chart.signals[position] ?? null;
	const isTrial = segment ? segment.n < FIXED_FROM_POINTS : true;
	const values = segment ? judgedValues(judged.points, segment, position) : [];
	return {
		kpiKey: kpi.key,
		regionKey,
		month: newest.month,
		value: newest.value,
		n: segment?.n ?? 0,
		isSample: newest.isSample ? 1 : 0,
		isTrial: isTrial ? 1 : 0,
		noLimits: segment?.noLimits ?? null,
		mean: segment?.mean ?? null,
		averageMovingRange: limits?.averageMovingRange ?? null,
		rule: signal?.rule ?? null,
		side: signal?.side ?? null,
		variation: chart.variation,
		assurance: chart.assurance,
		p:
			limits && !isTrial
				? signalChance({ values, isSeasonal: segment?.season != null }, limits, signal)
				: null,
		strength: limits ? signalStrength(values.at(-1) ?? newest.value, limits) : null,
		season: segment?.season ? seasonAt(segment.season, position - segment.from) : null
	};
}

/** The final values of a segment up to a position, without their season. */
function judgedValues(points: readonly XmrPoint[], segment: XmrSegment, to: number): number[] {
	return points.slice(segment.from, to + 1).flatMap(({ value, isProvisional }, i) => {
		if (value === null || isProvisional) return [];
		return [withoutSeason(segment, { position: segment.from + i, value }).value];
	});
}
