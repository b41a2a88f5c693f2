import { monthRange, type Month } from '#lib/core/period.ts';
import { monthLabel, valueAxis } from './axis.ts';
import { controlLines, controlValues, type ControlInput } from './control-lines.ts';
import { directionNote, type ChartContext, type ChartHeading } from './chart-context.ts';
import type { MissingReason } from './model-parts.ts';
import type {
	ChartEvent,
	MonthLabel,
	PeerBand,
	TargetLine,
	TrendModel,
	TrendSeries
} from './model-trend.ts';
import { assignSlots, chooseNamed } from './series-slots.ts';
import { trendSentence } from './trend-sentence.ts';
import { trendTable } from './trend-table.ts';
import { shortValueText, valueCell, valueText } from './value-text.ts';

export interface TrendObservation {
	readonly month: Month;
	/** In the KPI's unit, unrounded; null when missing. */
	readonly value: number | null;
	readonly missing?: MissingReason | null;
	readonly numerator?: number | null;
	readonly denominator?: number | null;
	/** Not yet verified: drawn dashed. */
	readonly isProvisional?: boolean;
	/** What stands behind the value where that is not its cases: `87,3%` behind `+2,1 poin persen`. */
	readonly detail?: string;
}

export interface TrendRegion {
	readonly id: string;
	readonly name: string;
	readonly shortName?: string;
	readonly isOwn?: boolean;
	readonly isSample?: boolean;
	/** In any order; months that are not in it are gaps. */
	readonly observations: readonly TrendObservation[];
}

export interface PeerQuartiles {
	readonly month: Month;
	readonly p25: number | null;
	readonly p50: number | null;
	readonly p75: number | null;
}

export interface TrendInput extends ChartHeading {
	/** First and last month of the chart, both included. */
	readonly from: Month;
	readonly to: Month;
	/** At most eight are drawn, the reader's own region always. */
	readonly regions: readonly TrendRegion[];
	readonly peers?: { readonly name: string; readonly quartiles: readonly PeerQuartiles[] } | null;
	readonly target?: { readonly value: number; readonly name?: string } | null;
	/** Mean and limits, which make a trend of one region a control chart. */
	readonly control?: ControlInput | null;
	readonly events?: readonly {
		readonly month: Month;
		readonly label: string;
		readonly href?: string;
	}[];
	/** A value the axis must show, such as the 100 of an index. */
	readonly axisThrough?: number;
	/** How the chart is told; by default its latest values. */
	readonly tell?: (content: TrendContent, context: ChartContext) => string;
	/** Further words on how to read it. */
	readonly notes?: readonly string[];
}

/** What a sentence about a trend is made of. */
export type TrendContent = Pick<TrendModel, 'months' | 'series' | 'band' | 'target' | 'control'>;

/** The chart of up to eight regions over a complete list of months. */
export function trendModel(input: TrendInput, context: ChartContext): TrendModel {
	const months = monthRange(input.from, input.to).map((month) => monthLabel(month, context.locale));
	const regions = chooseNamed(input.regions);
	const slots = assignSlots(regions.map(({ isOwn }) => ({ isOwn: isOwn === true })));
	const isMixed = new Set(regions.map(({ isSample }) => isSample === true)).size > 1;
	const series = regions.map((region, i) =>
		makeSeries(region, slots[i] ?? 0, months, isMixed, context)
	);
	const band = makeBand(input, months, context);
	const target = makeTarget(input, context);
	const control = input.control ? controlLines(input.control, months, context) : null;
	const events = makeEvents(input, months);

	const content = { months, series, band, target, control };
	const { axisThrough, tell = trendSentence } = input;
	const drawn = [...drawnValues(content), ...(axisThrough === undefined ? [] : [axisThrough])];
	const y = valueAxis(drawn, context);
	const hasValues = drawnValues({ ...content, target: null }).length > 0;
	const marks = hasValues ? eventSentence(events, context) : '';
	return {
		kind: 'trend',
		title: input.title,
		subtitle: input.subtitle,
		sentence: marks === '' ? tell(content, context) : `${tell(content, context)} ${marks}`,
		directionNote: directionNote(context),
		notes: [
			...readingNotes(content, y.min, input.regions.length - regions.length, context),
			...(input.notes ?? [])
		],
		sampleMark: regions.some(({ isSample }) => isSample) ? context.t('chart.sample') : '',
		table: trendTable(
			{ ...content, events, caption: `${input.title}. ${input.subtitle}` },
			context
		),
		months,
		y,
		series,
		band,
		target,
		control,
		events
	};
}

/** All values that a trend draws: what its axis must hold. */
export function drawnValues({
	series,
	band,
	target,
	control
}: Pick<TrendModel, 'series' | 'band' | 'target' | 'control'>): number[] {
	return [
		...series.flatMap(({ points }) => points.map(({ value }) => value)),
		...(band ? [...band.p25, ...band.p50, ...band.p75] : []),
		target?.value ?? null,
		...controlValues(control)
	].filter((value) => value !== null);
}

/** The marked events in words; empty without any. */
function eventSentence(events: readonly ChartEvent[], { t }: ChartContext): string {
	if (events.length === 0) return '';
	const list = events
		.slice(0, MAX_TOLD_EVENTS)
		.map(({ monthText, label }) => t('chart.sentence.event', { month: monthText, label }));
	const more = events.length - list.length;
	if (more > 0) list.push(t('chart.sentence.more_events', { count: more }));
	return t('chart.sentence.events', { list: list.join('; ') });
}

/** The list under the chart names them all. */
const MAX_TOLD_EVENTS = 3;

function makeSeries(
	region: TrendRegion,
	slot: number,
	months: readonly MonthLabel[],
	isMixed: boolean,
	context: ChartContext
): TrendSeries {
	const byMonth = new Map(region.observations.map((one) => [one.month, one]));
	const points = months.map(({ month }) => {
		const found = byMonth.get(month) ?? { month, value: null };
		const cell = valueCell(found, context);
		return {
			...cell,
			detail: found.detail ?? cell.detail,
			month,
			isProvisional: found.isProvisional === true,
			numerator: found.numerator ?? null,
			denominator: found.denominator ?? null
		};
	});
	const latest = points.findLast(({ value }) => value !== null)?.value ?? null;
	// Where invented and real figures meet in one chart, each invented line says so itself.
	const marked = (name: string) =>
		isMixed && region.isSample ? context.t('chart.sample_name', { name }) : name;
	return {
		id: region.id,
		name: marked(region.name),
		shortName: marked(region.shortName ?? region.name),
		slot,
		isOwn: region.isOwn === true,
		isSample: region.isSample === true,
		points,
		endText: latest === null ? '' : shortValueText(latest, context)
	};
}

function makeBand(
	{ peers }: TrendInput,
	months: readonly MonthLabel[],
	context: ChartContext
): PeerBand | null {
	if (!peers) return null;
	const byMonth = new Map(peers.quartiles.map((one) => [one.month, one]));
	const all = months.map(({ month }) => byMonth.get(month));
	const p50 = all.map((one) => one?.p50 ?? null);
	const latest = p50.findLast((value) => value !== null) ?? null;
	if (latest === null) return null;
	return {
		name: peers.name,
		medianName: context.t('chart.median_of', { peers: peers.name }),
		shortName: context.t('chart.quartile.p50'),
		endText: shortValueText(latest, context),
		p25: all.map((one) => one?.p25 ?? null),
		p50,
		p75: all.map((one) => one?.p75 ?? null),
		texts: p50.map((value) => (value === null ? '' : valueText(value, context)))
	};
}

function makeTarget({ target }: TrendInput, context: ChartContext): TargetLine | null {
	if (!target) return null;
	const name = target.name ?? context.t('chart.target');
	return { value: target.value, name, endText: shortValueText(target.value, context) };
}

function makeEvents({ events = [] }: TrendInput, months: readonly MonthLabel[]): ChartEvent[] {
	return events
		.toSorted((a, b) => (a.month < b.month ? -1 : 1))
		.flatMap((event) => {
			const month = months.find((one) => one.month === event.month);
			return month ? [{ ...event, monthText: month.long, href: event.href ?? null }] : [];
		})
		.map((event, i) => ({ ...event, number: i + 1 }));
}

function readingNotes(
	{ series, band }: Pick<TrendModel, 'series' | 'band'>,
	axisFrom: number,
	omitted: number,
	{ t }: ChartContext
): string[] {
	const points = series.flatMap((one) => one.points);
	const hasGap = series.some((one) => hasInnerGap(one));
	return [
		band ? t('chart.note.band', { peers: band.name }) : '',
		points.some(({ isProvisional }) => isProvisional) ? t('chart.note.provisional') : '',
		hasGap ? t('chart.note.gaps') : '',
		axisFrom > 0 ? t('chart.note.axis') : '',
		omitted > 0 ? t('chart.note.omitted', { count: omitted }) : ''
	].filter((note) => note !== '');
}

function hasInnerGap({ points }: TrendSeries): boolean {
	const first = points.findIndex(({ value }) => value !== null);
	const last = points.findLastIndex(({ value }) => value !== null);
	return points.slice(Math.max(0, first), last).some(({ value }) => value === null);
}
