import type { MissingReason } from '#lib/charts/model-parts.ts';
import type { DefinedKpi } from './defined-kpi.ts';
import type { SeriesCell } from './series.ts';

/**
 * Whether figures of regions can be put together for a KPI: shares, means and counts can, medians
 * and scores cannot.
 */
export function canAddUp({ kind }: Pick<DefinedKpi, 'kind'>): boolean {
	return kind === 'proportion' || kind === 'mean' || kind === 'count';
}

/**
 * One month of regions taken together, as if a split had never happened: sum(num) / sum(den), or
 * the sum of counts. All parts must be there, because a sum with a hole is too small; else the
 * month is missing for the reason of the first part that is. Source: reference 2.11.
 * @param parts the same month of each region, at least one
 * @param scale what the KPI's unit multiplies a ratio by: 100 for a percentage
 */
export function addUpCells(parts: readonly SeriesCell[], scale: number): SeriesCell {
	const [first] = parts;
	const gap = parts.find(({ value }) => value === null);
	const base = {
		month: first?.month ?? '',
		isProvisional: parts.some(({ isProvisional }) => isProvisional),
		isSample: parts.some(({ isSample }) => isSample)
	};
	const missing = (reason: MissingReason | null): SeriesCell => ({
		...base,
		value: null,
		numerator: null,
		denominator: null,
		missing: reason ?? 'no_data'
	});
	if (!first || gap) return missing(gap?.missing ?? null);

	const numerator = sum(parts.map((part) => part.numerator ?? part.value));
	if (parts.every(({ denominator }) => denominator === null)) {
		return { ...base, value: numerator, numerator, denominator: null, missing: null };
	}
	const denominator = sum(parts.map((part) => part.denominator));
	if (numerator === null || denominator === null) return missing(null);
	if (denominator === 0) return missing('no_cases');
	const value = (scale * numerator) / denominator;
	return { ...base, value, numerator, denominator, missing: null };
}

/** Null as soon as one part is unknown. */
function sum(parts: readonly (number | null)[]): number | null {
	let total = 0;
	for (const part of parts) {
		if (part === null) return null;
		total += part;
	}
	return total;
}
