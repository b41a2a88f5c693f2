import type { TrendModel } from '#lib/charts/model.ts';
import { trendModel } from '#lib/charts/trend-model.ts';
import { formatMonth } from '#lib/i18n/format.ts';
import { localName, type Locale, type Translate } from '#lib/i18n/translate.ts';
import { chartContextOf, groupText } from './chart-context.ts';
import type { Series } from './series.ts';

/**
 * The trend of the chosen regions over the middle half of the chosen group.
 * @param ownRegions the reader's own; the first that is chosen is drawn as such
 */
export function compareModel(
	series: Series,
	ownRegions: readonly string[],
	locale: Locale,
	t: Translate
): TrendModel {
	const { kpi, from, to, group } = series;
	const own = series.regions.find(({ region }) => ownRegions.includes(region.code));
	const peers = group ? groupText(group.label, t) : '';
	const period = t('compare.period', {
		from: formatMonth(locale, from),
		to: formatMonth(locale, to)
	});
	const { standardValue } = kpi.version;
	return trendModel(
		{
			title: localName(locale, kpi),
			subtitle: series.isRolling ? `${t('compare.view.rolling12')}, ${period}` : period,
			from,
			to,
			regions: series.regions.map(({ region, cells }) => ({
				id: region.code,
				name: region.name,
				shortName: region.name.replace(/^Kabupaten /, 'Kab. '),
				isOwn: region.code === own?.region.code,
				isSample: cells.some(({ isSample }) => isSample),
				observations: cells
			})),
			peers: group && { name: peers, quartiles: group.months },
			target: standardValue === null ? null : { value: standardValue, name: t('kpi.standard') }
		},
		chartContextOf(kpi, locale, t)
	);
}
