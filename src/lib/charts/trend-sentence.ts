import { sameMonthLastYear } from '#lib/benchmarks/statistics/rolling.ts';
import { roundTo } from '#lib/benchmarks/statistics/round.ts';
import type { ChartContext } from './chart-context.ts';
import { joinSentence } from './join-sentence.ts';
import type { TrendModel, TrendSeries } from './model-trend.ts';
import { changeText, valueText } from './value-text.ts';

type Content = Pick<TrendModel, 'months' | 'series' | 'band' | 'target'>;

/**
 * What a trend shows, in one sentence: the own (or only) region's latest value and its change since
 * the same month last year, then who is highest and lowest in that month, then the peers' median.
 */
export function trendSentence(content: Content, context: ChartContext): string {
	const { series } = content;
	const own = series.find(({ isOwn }) => isOwn) ?? (series.length === 1 ? series[0] : undefined);
	const at = own ? latestPosition([own]) : latestShared(series);
	if (at < 0) return bandSentence(content, context);
	return joinSentence([
		own ? ownPart(own, at, content, context) : '',
		extremesPart(at, !own, content, context),
		medianPart(at, content, context)
	]);
}

/** Without a single region, the peers' median is all there is to tell. */
function bandSentence({ band, months }: Content, context: ChartContext): string {
	const at = band?.p50.findLastIndex((value) => value !== null) ?? -1;
	const median = band?.p50[at] ?? null;
	if (!band || median === null) return context.t('chart.sentence.empty');
	return joinSentence([
		context.t('chart.sentence.value', {
			name: band.medianName,
			value: valueText(median, context),
			month: months[at]?.long ?? ''
		})
	]);
}

/** The last month in which one of the series has a value; -1 without any. */
export function latestPosition(series: readonly TrendSeries[]): number {
	return Math.max(
		-1,
		...series.map(({ points }) => points.findLastIndex(({ value }) => value !== null))
	);
}

/** The last month in which two can be compared, or else the last with any. */
function latestShared(series: readonly TrendSeries[]): number {
	const length = series[0]?.points.length ?? 0;
	for (let at = length - 1; at >= 0; at--) {
		if (series.filter(({ points }) => (points[at]?.value ?? null) !== null).length > 1) return at;
	}
	return latestPosition(series);
}

function ownPart(own: TrendSeries, at: number, { months }: Content, context: ChartContext): string {
	const latest = own.points[at]?.value ?? 0;
	const then = sameMonthLastYear(
		own.points.map(({ value }) => value),
		at
	);
	const said = context.t(
		own.points[at]?.isProvisional ? 'chart.sentence.value_provisional' : 'chart.sentence.value',
		{ name: own.name, value: valueText(latest, context), month: months[at]?.long ?? '' }
	);
	if (then === null) return said;

	// What is said is the difference of the rounded values: that is what the reader can check.
	const { decimals } = context;
	const change = roundTo(roundTo(latest, decimals) - roundTo(then, decimals), decimals);
	const month = months[at - 12]?.long ?? '';
	const values = { change: changeText(change, context), month };
	if (change === 0) return `${said}, ${context.t('chart.sentence.same', values)}`;
	const key = change > 0 ? 'chart.sentence.rose' : 'chart.sentence.fell';
	return `${said}, ${context.t(key, values)}`;
}

function extremesPart(
	at: number,
	withMonth: boolean,
	{ series, months }: Content,
	context: ChartContext
): string {
	const present = series.flatMap(({ name, points }) => {
		const value = points[at]?.value ?? null;
		return value === null ? [] : [{ name, value }];
	});
	const [lowest, highest] = [
		present.toSorted((a, b) => a.value - b.value)[0],
		present.toSorted((a, b) => b.value - a.value)[0]
	];
	if (present.length < 2 || !lowest || !highest) return '';
	const values = {
		high: highest.name,
		highValue: valueText(highest.value, context),
		low: lowest.name,
		lowValue: valueText(lowest.value, context),
		month: months[at]?.long ?? ''
	};
	return context.t(withMonth ? 'chart.sentence.extremes_in' : 'chart.sentence.extremes', values);
}

function medianPart(at: number, { band }: Content, context: ChartContext): string {
	const median = band?.p50[at] ?? null;
	if (!band || median === null) return '';
	return context.t('chart.sentence.median', {
		peers: band.name,
		value: valueText(median, context)
	});
}
