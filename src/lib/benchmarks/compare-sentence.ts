import type { ChartContext } from '#lib/charts/chart-context.ts';
import { joinSentence } from '#lib/charts/join-sentence.ts';
import type { TrendSeries } from '#lib/charts/model-trend.ts';
import type { TrendContent } from '#lib/charts/trend-model.ts';
import { latestPosition } from '#lib/charts/trend-sentence.ts';
import { changeText, valueText } from '#lib/charts/value-text.ts';
import { formatMonth } from '#lib/i18n/format.ts';
import { groupText } from './chart-context.ts';
import { roundTo } from './statistics/round.ts';
import type { CompareLook } from './compare-view.ts';
import type { Series } from './series.ts';

/** How a chart of differences, of an index or of changes since last year is told in a sentence. */
export function tellView(
	look: CompareLook,
	series: Series,
	reference: string | null
): (content: TrendContent, context: ChartContext) => string {
	return (content, context) => {
		const at = latestPosition(content.series);
		const { t, locale } = context;
		if (at < 0) return t('chart.sentence.empty');
		const month = content.months[at]?.long ?? '';
		switch (look.view) {
			case 'difference': {
				const others = content.series.filter(
					({ id }) => look.against === 'group' || id !== reference
				);
				const name =
					look.against === 'group'
						? series.group === null
							? ''
							: t('chart.median_of', { peers: groupText(series.group.label, t) })
						: (content.series.find(({ id }) => id === reference)?.name ?? '');
				const lead = t('compare.sentence.difference', { month, name });
				return sentence(lead, told(others, at, context, differenceText));
			}
			case 'year_ago': {
				const lead = t('compare.sentence.yearAgo', {
					month,
					then: content.months[at - 12]?.long ?? yearBefore(content, at, context)
				});
				return sentence(lead, told(content.series, at, context, differenceText));
			}
			case 'index': {
				const lead = t('compare.sentence.index', {
					month,
					base: formatMonth(locale, look.base ?? series.from)
				});
				return sentence(lead, told(content.series, at, context, indexText));
			}
			default:
				return '';
		}
	};
}

/** The most regions that one sentence names. */
const MAX_TOLD = 3;

function sentence(lead: string, parts: readonly string[]): string {
	return joinSentence([parts.length === 0 ? '' : `${lead} ${parts.join('; ')}`]);
}

/** Few regions each; of many the own one, the highest and the lowest. */
function told(
	series: readonly TrendSeries[],
	at: number,
	context: ChartContext,
	text: (name: string, value: number, context: ChartContext) => string
): string[] {
	const present = series.flatMap(({ name, isOwn, points }) => {
		const value = points[at]?.value ?? null;
		return value === null ? [] : [{ name, isOwn, value }];
	});
	const sorted = present.toSorted((a, b) => b.value - a.value);
	const named =
		present.length <= MAX_TOLD
			? present
			: present.filter((one) => one.isOwn || one === sorted[0] || one === sorted.at(-1));
	return named.map(({ name, value }) => text(name, value, context));
}

function differenceText(name: string, value: number, context: ChartContext): string {
	const rounded = roundTo(value, context.decimals);
	if (rounded === 0) return context.t('compare.sentence.same', { name });
	return context.t(rounded > 0 ? 'compare.sentence.higher' : 'compare.sentence.lower', {
		name,
		difference: changeText(value, context)
	});
}

function indexText(name: string, value: number, context: ChartContext): string {
	return context.t('compare.sentence.indexOf', { name, value: valueText(value, context) });
}

function yearBefore({ months }: TrendContent, at: number, { locale }: ChartContext): string {
	const month = months[at]?.month ?? '';
	return formatMonth(locale, `${String(Number(month.slice(0, 4)) - 1)}${month.slice(4)}`);
}
