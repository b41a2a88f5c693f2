import { monthRange, type Month } from '#lib/core/period.ts';
import { monthLabel, valueAxis } from './axis.ts';
import { controlLines, controlValues, type ControlInput } from './control-lines.ts';
import { directionNote, type ChartContext, type ChartHeading } from './chart-context.ts';
import type { MissingReason } from './model-parts.ts';
import type { ChartEvent, MonthLabel, TrendModel, TrendSeries } from './model-trend.ts';
import { assignSlots, chooseNamed } from './series-slots.ts';
import { eventSentence, readingNotes } from './trend-notes.ts';
import { makeBand, makeTarget } from './trend-references.ts';
import { trendSentence } from './trend-sentence.ts';
import { trendTable } from './trend-table.ts';
import { shortValueText, valueCell } from './value-text.ts';

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

function makeEvents({ events = [] }: TrendInput, months: readonly MonthLabel[]): ChartEvent[] {
	return events
		.toSorted((a, b) => (a.month < b.month ? -1 : 1))
		.flatMap((event) => {
			const month = months.find((one) => one.month === event.month);
			return month ? [{ ...event, monthText: month.long, href: event.href ?? null }] : [];
		})
		.map((event, i) => ({ ...event, number: i + 1 }));
}
