import { twoSidedP } from './normal.ts';
import { signalStrength } from './signal-budget.ts';
import type { XmrLimits } from './xmr-limits.ts';
import type { XmrSignal } from './xmr-rules.ts';

/** The rules that each newest point is held against. */
const RULES = 4;

/** Two of three points beyond two standard deviations with all three on one side, either side. */
const TWO_OF_THREE = 0.0015;

/**
 * How probable a newest point at least as unusual would be without any change, two-sided: by its
 * distance from the mean as if normal; for a shift of L points also 2 (1/2)^L, for a trend of L
 * points 2 / L!, for two of three 0.0015. The smallest counts, times four for the four rules
 * (Bonferroni), at most 1. It is there to compare many series with each other (Benjamini-Hochberg):
 * limits from twelve points and months that follow each other make it a little too small.
 * @param values of the segment, gaps taken out, up to the newest
 */
export function signalChance(
	values: readonly number[],
	limits: XmrLimits,
	signal: XmrSignal | null
): number {
	const newest = values.at(-1);
	if (newest === undefined) return 1;
	const chances = [twoSidedP(signalStrength(newest, limits))];
	if (signal?.rule === 'shift')
		chances.push(2 * 0.5 ** runLength(values, limits.mean, signal.side));
	if (signal?.rule === 'trend') chances.push(2 / factorial(trendLength(values, signal.side)));
	if (signal?.rule === 'two_of_three') chances.push(TWO_OF_THREE);
	return Math.min(1, RULES * Math.min(...chances));
}

/** Points up to the newest that lie strictly on one side of the mean. */
function runLength(values: readonly number[], mean: number, side: 1 | -1): number {
	const breaks = values.findLastIndex((value) => side * (value - mean) <= 0);
	return values.length - 1 - breaks;
}

/** Points up to the newest of which each lies beyond the one before. */
function trendLength(values: readonly number[], side: 1 | -1): number {
	const breaks = values.findLastIndex(
		(value, i) => i > 0 && side * (value - (values[i - 1] ?? value)) <= 0
	);
	return values.length - Math.max(0, breaks);
}

function factorial(n: number): number {
	return n <= 1 ? 1 : n * factorial(n - 1);
}
