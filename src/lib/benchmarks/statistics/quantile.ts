/**
 * The quantile of sorted values, type 7 of Hyndman and Fan (1996), the default of R and Excel:
 * with h = (n - 1) p, linear between the values at floor(h) and floor(h) + 1.
 * @param sorted ascending, without missing values
 * @param p between 0 and 1
 * @returns null when there are no values
 */
export function quantileOfSorted(sorted: readonly number[], p: number): number | null {
	const h = (sorted.length - 1) * p;
	const below = sorted[Math.floor(h)];
	if (below === undefined) return null;
	const above = sorted[Math.ceil(h)] ?? below;
	// Rounding may lift the sum a hair over the value above, which would break the order of quantiles.
	return Math.min(above, below + (h - Math.floor(h)) * (above - below));
}

/** The type 7 quantile of values in any order; null when there are none. */
export function quantile(values: readonly number[], p: number): number | null {
	return quantileOfSorted(ascending(values), p);
}

export function median(values: readonly number[]): number | null {
	return quantile(values, 0.5);
}

export interface Quantiles {
	readonly n: number;
	readonly p10: number;
	readonly p25: number;
	readonly p50: number;
	readonly p75: number;
	readonly p90: number;
}

/** The five quantiles that a benchmark keeps per KPI, month and group; null without values. */
export function quantiles(values: readonly number[]): Quantiles | null {
	const sorted = ascending(values);
	const at = (p: number) => quantileOfSorted(sorted, p) ?? 0;
	if (sorted.length === 0) return null;
	return {
		n: sorted.length,
		p10: at(0.1),
		p25: at(0.25),
		p50: at(0.5),
		p75: at(0.75),
		p90: at(0.9)
	};
}

function ascending(values: readonly number[]): number[] {
	return values.toSorted((a, b) => a - b);
}
