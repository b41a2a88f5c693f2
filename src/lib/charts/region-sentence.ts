import { quantile } from '#lib/benchmarks/statistics/quantile.ts';
import { intlTags } from '#lib/i18n/translate.ts';
import { roundTo } from '#lib/benchmarks/statistics/round.ts';
import type { ChartContext } from './chart-context.ts';
import { joinSentence } from './join-sentence.ts';
import { drawnValues, type RegionValue } from './region-input.ts';
import { missingText, valueText } from './value-text.ts';

type Valued = RegionValue & { readonly value: number };

/**
 * What a ranking shows, in one sentence: how many regions, the best, and where the own one stands.
 * @param regions best first
 */
export function rankingSentence(regions: readonly RegionValue[], context: ChartContext): string {
	const { t, direction } = context;
	const valued = regions.filter(hasValue);
	const [best] = valued;
	if (!best) return t('chart.sentence.empty');
	const key = direction === 'neutral' ? 'chart.sentence.largest' : 'chart.sentence.best';
	const tied = bestNames(valued, context);
	return joinSentence([
		t(key, {
			count: valued.length,
			name: listed(tied, context),
			tied: tied.length,
			value: valueText(best.value, context)
		}),
		ownRankPart(
			regions.find(({ isOwn }) => isOwn),
			context
		)
	]);
}

/** All that share the best place: by rank where there are ranks, else by the value as it is written. */
function bestNames(valued: readonly Valued[], { decimals }: ChartContext): string[] {
	const [best] = valued;
	if (!best) return [];
	const { rank = null } = best;
	const isTied = (one: Valued) =>
		rank === null
			? roundTo(one.value, decimals) === roundTo(best.value, decimals)
			: one.rank === rank;
	return valued.filter(isTied).map(({ name }) => name);
}

/** More names than this are counted: in a large group a hundred may share the first place. */
const MAX_LISTED = 6;

function listed(names: readonly string[], { locale, t }: ChartContext): string {
	const format = new Intl.ListFormat(intlTags[locale], { type: 'conjunction' });
	if (names.length <= MAX_LISTED) return format.format(names);
	const more = t('chart.sentence.more_names', { count: names.length - MAX_LISTED });
	return format.format([...names.slice(0, MAX_LISTED), more]);
}

/** What a spread shows, in one sentence: the middle half, the median, and where the own one stands. */
export function spreadSentence(regions: readonly RegionValue[], context: ChartContext): string {
	const { t } = context;
	const values = drawnValues(regions);
	const [p25, p50, p75] = [0.25, 0.5, 0.75].map((p) => quantile(values, p));
	if (typeof p25 !== 'number' || typeof p50 !== 'number' || typeof p75 !== 'number') {
		return t('chart.sentence.empty');
	}
	return joinSentence([
		t('chart.sentence.middle_half', {
			count: values.length,
			low: valueText(p25, context),
			high: valueText(p75, context),
			median: valueText(p50, context)
		}),
		ownMedianPart(
			regions.find(({ isOwn }) => isOwn),
			p50,
			context
		)
	]);
}

function ownRankPart(own: RegionValue | undefined, context: ChartContext): string {
	if (!own) return '';
	const { t } = context;
	const { name, rank = null, rankLow = null, rankHigh = null } = own;
	if (own.value === null) return missingPart(own, context);
	const value = valueText(own.value, context);
	if (rank === null) return t('chart.sentence.own_unranked', { name, value });
	if (rankLow === null || rankHigh === null)
		return t('chart.sentence.own_rank', { name, rank, value });
	const values = { name, rank, value, low: rankLow, high: rankHigh };
	return t('chart.sentence.own_rank_interval', values);
}

function ownMedianPart(
	own: RegionValue | undefined,
	median: number,
	context: ChartContext
): string {
	if (!own) return '';
	if (own.value === null) return missingPart(own, context);
	const difference = roundTo(own.value, context.decimals) - roundTo(median, context.decimals);
	const values = { name: own.name, value: valueText(own.value, context) };
	if (difference === 0) return context.t('chart.sentence.own_at_median', values);
	const key = difference > 0 ? 'chart.sentence.own_above' : 'chart.sentence.own_below';
	return context.t(key, values);
}

function missingPart({ name, missing }: RegionValue, context: ChartContext): string {
	const reason = missingText(missing ?? 'no_data', context);
	return context.t('chart.sentence.own_missing', { name, reason });
}

function hasValue(region: RegionValue): region is Valued {
	return region.value !== null;
}
