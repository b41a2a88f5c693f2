import { twoSidedP } from './normal.ts';
import { signalStrength } from './signal-budget.ts';
import { twoSidedTOfSix } from './student.ts';
import type { XmrLimits } from './xmr-limits.ts';
import type { XmrSignal } from './xmr-rules.ts';

/** The rules that each newest point is held against. */
const RULES = 4;

/** Two of three points beyond a near limit made of twelve points, the newest one of them. */
const TWO_OF_THREE = 0.005;

/** The points the mean of a baseline is made of. */
const BASELINE_POINTS = 12;

/** How much farther out newest points lie by chance where the season was estimated from few years. */
const SEASON_STRETCH = [
	{ before: 60, stretch: 1.6 },
	{ before: 84, stretch: 1.27 },
	{ before: Infinity, stretch: 1.15 }
];

/** The values that a newest point is judged by. */
export interface JudgedValues {
	/** Of the segment, gaps taken out, up to the newest. */
	readonly values: readonly number[];
	/** Whether their season has been taken out. */
	readonly isSeasonal: boolean;
}

/**
 * How probable a newest point at least as unusual would be without any change, two-sided, given
 * limits made of twelve points: by its distance from the mean as Student t with six degrees of
 * freedom (which covers what a simulation of our limits finds, from 5 in 100 to 1 in 100,000); for a
 * shift of L points 2 E[P(a point is above the estimated mean)^L]; for a trend of L points 2 / L!;
 * for two of three 0.005. The smallest counts, times four for the four rules (Bonferroni), at most 1.
 * It is there to compare many series with each other (Benjamini-Hochberg). Months that follow each
 * other make it too small. Why so: docs/decisions/0057.
 */
export function signalChance(
	{ values, isSeasonal }: JudgedValues,
	limits: XmrLimits,
	signal: XmrSignal | null
): number {
	const newest = values.at(-1);
	if (newest === undefined) return 1;
	const distance = signalStrength(newest, limits) / (isSeasonal ? seasonStretch(values.length) : 1);
	const chances = [twoSidedTOfSix(distance)];
	if (signal?.rule === 'shift')
		chances.push(shiftChance(runLength(values, limits.mean, signal.side)));
	if (signal?.rule === 'trend') chances.push(2 / factorial(trendLength(values, signal.side)));
	if (signal?.rule === 'two_of_three') chances.push(TWO_OF_THREE);
	return Math.min(1, RULES * Math.min(...chances));
}

function seasonStretch(n: number): number {
	return SEASON_STRETCH.find(({ before }) => n < before)?.stretch ?? 1;
}

/**
 * How probable it is that `length` points lie on one side of a mean that twelve points estimate: the
 * mean is off by e, normal with variance 1/12, and each point lies above it with probability Φ(e).
 * By the midpoint rule over e.
 */
function shiftChance(length: number): number {
	const [steps, reach] = [120, 6];
	let total = 0;
	for (let i = 0; i < steps; i++) {
		const z = -reach + ((i + 0.5) * 2 * reach) / steps;
		const above = normalBelow(z / Math.sqrt(BASELINE_POINTS));
		total += Math.exp((-z * z) / 2) * above ** length;
	}
	return (2 * total * 2 * reach) / steps / Math.sqrt(2 * Math.PI);
}

function normalBelow(z: number): number {
	const half = twoSidedP(z) / 2;
	return z > 0 ? 1 - half : half;
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
