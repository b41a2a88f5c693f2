import { valueText } from '#lib/charts/value-text.ts';
import type { Month } from '#lib/core/period.ts';
import type { Locale, Translate } from '#lib/i18n/translate.ts';
import { chartContextOf } from './chart-context.ts';
import type { Highlight } from './kpi-charts.ts';
import type { RankedRegion, Ranking } from './ranking.ts';

/** A KPI's value made from the real counts of one region. */
export interface KpiExample {
	readonly code: string;
	readonly name: string;
	readonly month: Month;
	readonly numerator: number;
	readonly denominator: number;
	/** The published value with its unit. */
	readonly text: string;
	readonly isSample: boolean;
}

/**
 * A worked example from published counts: of the reader's own region, else of a chosen one, else of
 * the one in the middle of the ranking. Null for KPIs that are not a quotient of two counts.
 */
export function workedExample(
	{ kpi, month, rows }: Ranking,
	{ own, selected }: Highlight,
	locale: Locale,
	t: Translate
): KpiExample | null {
	if (month === null || (kpi.kind !== 'proportion' && kpi.kind !== 'mean')) return null;
	const counted = rows.filter(hasCounts);
	const row =
		counted.find(({ code }) => code === own) ??
		counted.find(({ code }) => selected.includes(code)) ??
		counted[Math.floor(counted.length / 2)];
	if (!row) return null;
	const { code, name, numerator, denominator, value, isSample } = row;
	const text = valueText(value, chartContextOf(kpi, locale, t));
	return { code, name, month, numerator, denominator, text, isSample };
}

function hasCounts(row: RankedRegion): row is RankedRegion & {
	readonly value: number;
	readonly numerator: number;
	readonly denominator: number;
} {
	return row.value !== null && row.numerator !== null && row.denominator !== null;
}
