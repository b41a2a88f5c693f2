import { roundTo } from '#lib/benchmarks/statistics/round.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import type { MessageKey } from '#lib/i18n/translate.ts';
import type { ChartContext } from './chart-context.ts';
import type { Cell, MissingReason } from './model-parts.ts';

interface UnitTexts {
	readonly value: MessageKey;
	readonly change: MessageKey;
	readonly axis: MessageKey;
}

/** The unit codes of the catalogue. A score is written without a unit, a percentage with its sign. */
const UNITS: Readonly<Record<string, UnitTexts>> = {
	percent: {
		value: 'chart.value.percent',
		change: 'chart.value.percent_points',
		axis: 'chart.axis.percent'
	},
	hours: counted('hours'),
	working_days: counted('working_days'),
	minutes: counted('minutes'),
	requests: counted('requests'),
	licences: counted('licences'),
	services: counted('services'),
	score_25_100: scored('score_25_100'),
	score_0_5: scored('score_0_5'),
	/** Differences of percentages, and indices: made by comparisons, not in the catalogue. */
	percent_points: {
		value: 'chart.value.percent_points',
		change: 'chart.value.percent_points',
		axis: 'chart.axis.percent_points'
	},
	index_100: scored('index_100')
};

const PLAIN: UnitTexts = scored('plain');

function counted(
	unit: 'hours' | 'working_days' | 'minutes' | 'requests' | 'licences' | 'services'
): UnitTexts {
	return {
		value: `chart.value.${unit}`,
		change: `chart.value.${unit}`,
		axis: `chart.axis.${unit}`
	};
}

function scored(axis: 'score_25_100' | 'score_0_5' | 'index_100' | 'plain'): UnitTexts {
	return { value: 'chart.value.plain', change: 'chart.value.points', axis: `chart.axis.${axis}` };
}

/** A value with its unit, rounded to the KPI's decimals: `87,3%`, `12,5 jam`. */
export function valueText(value: number, context: ChartContext): string {
	return context.t(unitOf(context).value, { value: numberText(value, context) });
}

/** A value for a narrow place, where the unit stands elsewhere: `87,3%`, `12,5`. */
export function shortValueText(value: number, context: ChartContext): string {
	return context.unit === 'percent' ? valueText(value, context) : numberText(value, context);
}

/** The size of a change, without its sign: `4,2 poin persen`. */
export function changeText(change: number, context: ChartContext): string {
	const size = numberText(Math.abs(change), { ...context, isSigned: false });
	return context.t(unitOf(context).change, { value: size });
}

/** What the numbers of an axis are: `%`, `jam`. Empty for an unknown unit. */
export function axisUnit(context: ChartContext): string {
	return context.t(unitOf(context).axis);
}

/** The reason why there is no value, in words. */
export function missingText(reason: MissingReason, { t }: ChartContext): string {
	return t(`chart.missing.${reason}`);
}

export interface ValueSource {
	readonly value: number | null;
	readonly missing?: MissingReason | null;
	readonly numerator?: number | null;
	readonly denominator?: number | null;
	readonly isProvisional?: boolean;
}

/** A value, or the reason why there is none, as text with the cases behind it. */
export function valueCell(source: ValueSource, context: ChartContext): Cell {
	const { value } = source;
	if (value === null) {
		const missing = source.missing ?? 'no_data';
		return { text: missingText(missing, context), detail: '', value: null, missing };
	}
	const text = valueText(value, context);
	const isProvisional = source.isProvisional === true;
	return {
		text: isProvisional ? context.t('chart.provisional_value', { value: text }) : text,
		detail: casesText(source, context),
		value,
		missing: null
	};
}

function casesText({ numerator, denominator }: ValueSource, { locale, t }: ChartContext): string {
	if (denominator === null || denominator === undefined) return '';
	const of = formatNumber(locale, denominator);
	if (numerator === null || numerator === undefined) return t('chart.cases', { denominator: of });
	return t('chart.cases_of', { numerator: formatNumber(locale, numerator), denominator: of });
}

function numberText(value: number, { locale, decimals, isSigned }: ChartContext): string {
	const text = formatNumber(locale, value, decimals);
	if (isSigned !== true) return text;
	// What rounds to nothing has no sign either.
	if (roundTo(value, decimals) === 0) return formatNumber(locale, 0, decimals);
	return value > 0 ? `+${text}` : text.replace('-', MINUS);
}

/** As wide as a plus, so that signs stand under one another. */
const MINUS = '\u2212';

function unitOf({ unit }: ChartContext): UnitTexts {
	return UNITS[unit] ?? PLAIN;
}
