import { durationQuantile, type Buckets } from './buckets.ts';
import { Z_95 } from './normal.ts';
import type { Interval } from './wilson.ts';

/** A median of durations and the cases it comes from. */
export interface MedianOfCases {
	/** As it is published, in hours: exact where the agency knows it, else from the buckets. */
	readonly value: number;
	readonly buckets: Buckets;
}

/**
 * What the median would be if the true middle lay at the share `p` of these cases: the quantile of
 * the buckets, moved along with a published median that is not the buckets' own.
 */
export function medianAt({ value, buckets }: MedianOfCases, p: number): number {
	const own = durationQuantile(buckets, 0.5)?.hours ?? value;
	const there = durationQuantile(buckets, p)?.hours ?? value;
	return own > 0 ? value * (there / own) : value;
}

/**
 * The 95 % interval of a median: between the quantiles at ½ ± z √(¼ / n), because the share of n
 * cases below the true median varies as a proportion of one half does (Woodruff, 1952).
 * @returns null without cases
 */
export function medianInterval(median: MedianOfCases): Interval | null {
	const n = median.buckets.reduce((sum, count) => sum + count, 0);
	if (n === 0) return null;
	const half = Math.min(0.5, (Z_95 * 0.5) / Math.sqrt(n));
	return { low: medianAt(median, 0.5 - half), high: medianAt(median, 0.5 + half) };
}
