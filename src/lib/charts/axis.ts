import { formatMonth, formatNumber } from '#lib/i18n/format.ts';
import type { Month } from '#lib/core/period.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import { axisUnit } from './value-text.ts';
import type { ChartContext } from './chart-context.ts';
import type { ValueAxis } from './model-parts.ts';
import type { MonthLabel } from './model-trend.ts';

/** About how many steps an axis has. */
const STEPS = 5;

/** When the smallest value is under this share of the largest, an axis may as well start at zero. */
const ZERO_NEAR = 0.25;

/**
 * An axis with round ticks around the values, 1, 2, 2.5 or 5 times a power of ten apart, never beyond
 * what the KPI can be. It starts at zero where that costs little room.
 * @param values all that is drawn; an empty list gives the KPI's range, or 0 to 1
 */
export function valueAxis(values: readonly number[], context: ChartContext): ValueAxis {
	const [low, high] = extent(values, context);
	const step = niceStep((high - low) / STEPS);
	const floor = context.range?.min ?? -Infinity;
	const ceiling = context.range?.max ?? Infinity;
	const first = Math.floor(low / step + 1e-9);
	const last = Math.ceil(high / step - 1e-9);
	const min = Math.max(floor, first * step);
	const max = Math.min(ceiling, last * step);

	const decimals = decimalsOf(step);
	const ticks = Array.from({ length: last - first + 1 }, (_, i) => {
		const value = Number(((first + i) * step).toFixed(decimals));
		return { value, label: formatNumber(context.locale, value, decimals) };
	}).filter(({ value }) => value >= min - 1e-9 && value <= max + 1e-9);
	return { min, max, ticks, unit: axisUnit(context) };
}

function extent(values: readonly number[], { decimals, range }: ChartContext): [number, number] {
	if (values.length === 0) return [range?.min ?? 0, range?.max ?? 1];
	const low = Math.min(...values);
	const high = Math.max(...values);
	// All values equal: the axis still needs a length, so that the line runs through its middle.
	if (low === high) {
		const room = Math.max(Math.abs(low) * 0.1, 10 ** -decimals);
		const bottom = Math.max(range?.min ?? -Infinity, low - room);
		return [bottom, Math.min(range?.max ?? Infinity, high + room)];
	}
	return low >= 0 && low < ZERO_NEAR * high ? [0, high] : [low, high];
}

function niceStep(rough: number): number {
	const power = 10 ** Math.floor(Math.log10(rough));
	const factor = [1, 2, 2.5, 5].find((candidate) => candidate * power >= rough * (1 - 1e-9));
	return (factor ?? 10) * power;
}

/** How many decimals a step needs to be written without rounding. */
function decimalsOf(step: number): number {
	let decimals = 0;
	while (Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) > 1e-6) decimals++;
	return decimals;
}

/** The names of a month for the axis, the table and a sentence. */
export function monthLabel(month: Month, locale: Locale): MonthLabel {
	const year = month.slice(0, 4);
	const short = formatMonth(locale, month, 'short').replace(year, '').trim();
	return { month, short, year, long: formatMonth(locale, month, 'long') };
}

/** Months between two labels that people count in. */
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 36, 60] as const;

/**
 * Which months get a label when at most `count` fit: every 1, 2, 3, 6, 12 … months, counted from
 * January so that labels fall on the starts of quarters and years.
 * @returns positions in the list of months
 */
export function labelledMonths(
	months: readonly Pick<MonthLabel, 'month'>[],
	count: number
): number[] {
	const step =
		MONTH_STEPS.find((candidate) => months.length / candidate <= Math.max(1, count)) ?? 120;
	const positions = months.flatMap(({ month }, i) => {
		const fromJanuary = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
		return fromJanuary % step === 0 ? [i] : [];
	});
	return positions.length > 0 ? positions : months.length > 0 ? [0] : [];
}
