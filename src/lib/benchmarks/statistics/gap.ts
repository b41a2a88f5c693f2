import type { Direction } from './direction.ts';

/** Differences of binary fractions: 0.95 x 300 must not ask for a 286th case. */
const TOLERANCE = 1e-9;

/**
 * How many more (or, when lower is better, fewer) cases would have reached the peers' top quartile:
 * ceil(q den) - num, or num - floor(q den). Source: reference 2.10.
 * @param topQuartile the peers' P75 as a proportion, or their P25 when lower is better
 * @returns a whole number of cases, 0 when the region is already there
 */
export function casesToTopQuartile(
	own: { readonly numerator: number; readonly denominator: number },
	topQuartile: number,
	direction: Exclude<Direction, 'neutral'>
): number {
	const wanted = topQuartile * own.denominator;
	const gap =
		direction === 'higher'
			? Math.ceil(wanted - TOLERANCE) - own.numerator
			: own.numerator - Math.floor(wanted + TOLERANCE);
	return Math.max(0, gap);
}

export interface DaysGap {
	/** Days to remove over all cases: num - q den. */
	readonly total: number;
	readonly perCase: number;
}

/**
 * How many days of waiting would have to go to reach the peers' quickest quarter.
 * @param own sum of days and finished cases
 * @param topQuartile the peers' P25 in days
 */
export function daysToTopQuartile(
	own: { readonly numerator: number; readonly denominator: number },
	topQuartile: number
): DaysGap {
	const total = Math.max(0, own.numerator - topQuartile * own.denominator);
	return { total, perCase: own.denominator > 0 ? total / own.denominator : 0 };
}
