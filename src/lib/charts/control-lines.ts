import { monthIndex, type Month } from '#lib/core/period.ts';
import type { ChartContext } from './chart-context.ts';
import type {
	ControlLine,
	ControlLines,
	ControlMark,
	ControlSegment,
	MonthLabel
} from './model-trend.ts';
import { shortValueText } from './value-text.ts';

/** The lines from top to bottom. */
export const CONTROL_LINES = ['upper', 'centre', 'lower'] as const satisfies ControlLine[];

/** What a control chart is drawn from: stretches of months with their mean and limits, unclipped. */
export interface ControlInput {
	readonly segments: readonly {
		readonly from: Month;
		readonly centre: readonly number[];
		readonly lower: readonly number[];
		readonly upper: readonly number[];
		readonly extendedFrom: Month;
	}[];
	readonly marks: readonly (Omit<ControlMark, 'position'> & { readonly month: Month })[];
}

/** The lines of a control chart, clipped to what the KPI can be. */
export function controlLines(
	{ segments, marks }: ControlInput,
	months: readonly MonthLabel[],
	context: ChartContext
): ControlLines {
	const start = monthIndex(months[0]?.month ?? '1970-01');
	const at = (month: Month) => monthIndex(month) - start;
	const { min, max } = context.range ?? { min: -Infinity, max: Infinity };
	const clip = (values: readonly number[]) =>
		values.map((value) => Math.min(max, Math.max(min, value)));
	const drawn = segments.map(({ from, extendedFrom, ...lines }): ControlSegment => ({
		from: at(from),
		centre: clip(lines.centre),
		lower: clip(lines.lower),
		upper: clip(lines.upper),
		extendedFrom: at(extendedFrom)
	}));
	const latest = drawn.at(-1);
	const endText = (line: ControlLine) => {
		const value = latest?.[line].at(-1);
		return value === undefined ? '' : shortValueText(value, context);
	};
	const { t } = context;
	return {
		segments: drawn,
		marks: marks.map(({ month, ...mark }) => ({ ...mark, position: at(month) })),
		names: {
			upper: t('chart.control.upper'),
			centre: t('chart.control.centre'),
			lower: t('chart.control.lower'),
			marks: t('chart.control.marks')
		},
		endTexts: { upper: endText('upper'), centre: endText('centre'), lower: endText('lower') }
	};
}

/** A line of a segment over all months of the chart: null outside it. */
export function lineOver(
	segment: ControlSegment,
	line: ControlLine,
	length: number
): (number | null)[] {
	return Array.from({ length }, (_, i) => segment[line][i - segment.from] ?? null);
}

/** The value of a line in a month; null where there are no limits. */
export function controlValue(
	{ segments }: ControlLines,
	line: ControlLine,
	position: number
): number | null {
	for (const segment of segments) {
		const value = segment[line][position - segment.from];
		if (value !== undefined) return value;
	}
	return null;
}

/** Every value that the lines reach: what the axis must hold. */
export function controlValues(control: ControlLines | null): number[] {
	return (control?.segments ?? []).flatMap(({ lower, upper }) => [...lower, ...upper]);
}

/**
 * The marker around a month that a rule marks: the shape of the icon beside figures, as the slot of
 * its marker, and the slot of its colour.
 */
export const MARK_LOOKS = {
	better: { shape: 2, color: 4 },
	worse: { shape: 4, color: 6 },
	other: { shape: 3, color: 7 }
} as const;

/** How far such a marker reaches around the point it marks. */
export const MARK_RADIUS = 8;
