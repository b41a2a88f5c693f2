import type { ChartContext } from '#lib/charts/chart-context.ts';
import { withCommonAxes } from '#lib/charts/common-axis.ts';
import type { TrendModel } from '#lib/charts/model-trend.ts';
import { trendModel, type TrendInput, type TrendRegion } from '#lib/charts/trend-model.ts';
import { shortValueText } from '#lib/charts/value-text.ts';
import { formatMonth } from '#lib/i18n/format.ts';
import { localName, type Locale, type Translate } from '#lib/i18n/translate.ts';
import { chartContextOf, groupText } from './chart-context.ts';
import { eventMarks } from './compare-events.ts';
import { tellView } from './compare-sentence.ts';
import { controlInput, controlNotes } from './control.ts';
import { tellControl } from './control-sentence.ts';
import { lookText, viewContext } from './compare-text.ts';
import { PLAIN_LOOK, referenceOf, viewSeries, type CompareLook } from './compare-view.ts';
import type { ComparedKpi, Comparison } from './comparison.ts';
import type { RegionSeries, Series } from './series.ts';

/** The trends of all KPIs of a comparison; those of one unit share their axis. */
export function compareModels(
	comparison: Comparison,
	ownRegions: readonly string[],
	locale: Locale,
	t: Translate
): TrendModel[] {
	return withCommonAxes(
		comparison.kpis.map((compared) => ({
			model: comparedModel(compared, comparison, ownRegions, locale, t),
			context: viewContext(chartContextOf(compared.series.kpi, locale, t), comparison.view)
		}))
	);
}

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
	const compared = { series, yearAgo: null, events: [], control: null, isConstant: false };
	return comparedModel(compared, PLAIN_LOOK, ownRegions, locale, t);
}

/** The trend of one KPI of a comparison, as the chosen way to look shows it. */
export function comparedModel(
	compared: ComparedKpi,
	look: CompareLook,
	ownRegions: readonly string[],
	locale: Locale,
	t: Translate
): TrendModel {
	const isControl = look.view === 'control';
	const { yearAgo, control } = compared;
	const series = isControl ? onlyFirst(compared.series) : compared.series;
	const { kpi, from, to } = series;
	const reference = referenceOf(series, ownRegions);
	const viewed = viewSeries(series, look, reference, yearAgo);
	const plain = chartContextOf(kpi, locale, t);
	const context = viewContext(plain, look.view);
	const isPlain = isControl || look.view === 'value' || look.view === 'rolling12';
	const own = series.regions.find(({ region }) => ownRegions.includes(region.code));
	const { standardValue } = kpi.version;
	const period = t('compare.period', {
		from: formatMonth(locale, from),
		to: formatMonth(locale, to)
	});
	const basis = lookText(compared, look, reference, locale, t);
	const model = trendModel(
		{
			title: localName(locale, kpi),
			subtitle: basis === '' ? period : `${basis}, ${period}`,
			from,
			to,
			regions: series.regions.map((one, i): TrendRegion => {
				const { region } = one;
				return {
					id: region.code,
					name: region.name,
					shortName: region.name.replace(/^Kabupaten /, 'Kab. '),
					isOwn: region.code === own?.region.code,
					isSample: isSampled(one),
					observations: (viewed.regions[i]?.observations ?? []).map((cell) =>
						isPlain ? cell : { ...cell, detail: behind(cell.plain, plain) }
					)
				};
			}),
			peers: viewed.quartiles === null ? null : peersOf(series, viewed.quartiles, t),
			target:
				isPlain && standardValue !== null
					? { value: standardValue, name: t('kpi.standard') }
					: null,
			control: control && controlInput(control, kpi.direction, t),
			events: eventMarks(eventsOf(compared.events, series), series, locale, t),
			...(!isPlain && {
				axisThrough: look.view === 'index' ? 100 : 0,
				tell: tellView(look, series, reference)
			}),
			...(isControl && { tell: tellControl(control) }),
			notes: [
				...(control ? controlNotes(control, t) : []),
				...(series.group !== null && viewed.quartiles === null ? [t('compare.note.noBand')] : [])
			]
		},
		context
	);
	return { ...model, sampleMark: hasSample(series) ? t('chart.sample') : '' };
}

/** A control chart is of one region: the first that is chosen, without a group. */
function onlyFirst(series: Series): Series {
	return { ...series, regions: series.regions.slice(0, 1), group: null };
}

function eventsOf(events: ComparedKpi['events'], { regions }: Series): ComparedKpi['events'] {
	return events.filter(
		(event) =>
			event.kind === 'definition' || regions.some(({ region }) => region.code === event.region)
	);
}

function behind(value: number | null, context: ChartContext): string {
	return value === null ? '' : shortValueText(value, context);
}

/** Fewer regions have no middle half worth a band. */
const MIN_BAND = 4;

function peersOf(
	{ group, regions }: Series,
	quartiles: NonNullable<ReturnType<typeof viewSeries>['quartiles']>,
	t: Translate
): TrendInput['peers'] {
	const shown = quartiles.filter((_, i) => (group?.months[i]?.n ?? 0) >= MIN_BAND);
	if (!group || shown.length === 0) return null;
	const name = groupText(group.label, t);
	// Beside real figures an invented band must say what it is.
	const isMixed = regions.some((region) => !isSampled(region)) && hasSampleBand(group);
	return { name: isMixed ? t('chart.sample_name', { name }) : name, quartiles: shown };
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
