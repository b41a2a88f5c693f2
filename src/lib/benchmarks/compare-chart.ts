import type { TrendModel } from '#lib/charts/model.ts';
import { trendModel, type TrendInput } from '#lib/charts/trend-model.ts';
import { formatMonth } from '#lib/i18n/format.ts';
import { localName, type Locale, type Translate } from '#lib/i18n/translate.ts';
import { chartContextOf, groupText } from './chart-context.ts';
import type { RegionSeries, Series } from './series.ts';

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
	const { kpi, from, to } = series;
	const own = series.regions.find(({ region }) => ownRegions.includes(region.code));
	const peers = peersOf(series, t);
	const period = t('compare.period', {
		from: formatMonth(locale, from),
		to: formatMonth(locale, to)
	});
	const { standardValue } = kpi.version;
	const model = trendModel(
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
				isSample: isSampled({ region, cells }),
				observations: cells
			})),
			peers,
			target: standardValue === null ? null : { value: standardValue, name: t('kpi.standard') }
		},
		chartContextOf(kpi, locale, t)
	);
	return { ...model, sampleMark: hasSample(series) ? t('chart.sample') : '' };
}

/** Fewer regions have no middle half worth a band. */
const MIN_BAND = 4;

function peersOf({ group, regions }: Series, t: Translate): TrendInput['peers'] {
	const quartiles = group?.months.filter(({ n }) => n >= MIN_BAND) ?? [];
	if (!group || quartiles.length === 0) return null;
	const name = groupText(group.label, t);
	// Beside real figures an invented band must say what it is.
	const isMixed = regions.some((region) => !isSampled(region)) && hasSampleBand(group);
	return { name: isMixed ? t('chart.sample_name', { name }) : name, quartiles };
}

function hasSample({ regions, group }: Series): boolean {
	return regions.some(isSampled) || (group !== null && hasSampleBand(group));
}

function isSampled({ cells }: RegionSeries): boolean {
	return cells.some(({ isSample }) => isSample);
}

function hasSampleBand({ months }: NonNullable<Series['group']>): boolean {
	return months.some(({ nSample }) => nSample > 0);
}
