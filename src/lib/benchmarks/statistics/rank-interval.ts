import { bestFirst, type Direction } from './direction.ts';
import { quantileOfSorted } from './quantile.ts';
import { medianAt, type MedianOfCases } from './median-interval.ts';
import { createRandom, type Random } from './random.ts';

/** What is known about a region's true value. */
export type Uncertainty =
	| { readonly kind: 'proportion'; readonly numerator: number; readonly denominator: number }
	| ({ readonly kind: 'median' } & MedianOfCases)
	| { readonly kind: 'mean'; readonly value: number; readonly standardError: number }
	/** No error is known: the value is taken as exact. */
	| { readonly kind: 'exact'; readonly value: number };

export interface UncertainRank {
	readonly id: string;
	/** The published rank; the interval always contains it. */
	readonly rank: number;
	readonly uncertainty: Uncertainty;
}

export interface RankInterval {
	readonly id: string;
	readonly low: number;
	readonly high: number;
	/** How many other regions' intervals overlap this one: they cannot be told apart. */
	readonly indistinguishable: number;
}

/**
 * How far a rank could move by chance: draws every region's value from Beta(num + ½, den - num + ½)
 * the quantile of its durations at Beta(n / 2 + ½, n / 2 + ½), or Normal(value, se), ranks each draw, and takes the 2.5 and 97.5 % points of the ranks, rounded
 * outwards. Deterministic for a seed. Source: reference 2.3.
 * @param options.draws 1,000 unless told; the work grows with draws x regions x log(regions)
 */
export function rankIntervals(
	regions: readonly UncertainRank[],
	options: { readonly direction: Direction; readonly seed: number; readonly draws?: number }
): RankInterval[] {
	const draws = options.draws ?? 1000;
	const random = createRandom(options.seed);
	const sign = bestFirst(options.direction)(0, 1);
	const ranks = regions.map(() => new Float64Array(draws));
	const values = new Float64Array(regions.length);

	for (let draw = 0; draw < draws; draw++) {
		for (const [i, { uncertainty }] of regions.entries()) {
			values[i] = -sign * sample(uncertainty, random);
		}
		const sorted = values.toSorted();
		for (const [i, own] of ranks.entries()) own[draw] = positionIn(sorted, values[i] ?? 0);
	}

	const intervals = regions.map(({ id, rank }, i) => {
		const sorted = [...(ranks[i]?.toSorted() ?? [])];
		const low = Math.floor(quantileOfSorted(sorted, 0.025) ?? rank);
		const high = Math.ceil(quantileOfSorted(sorted, 0.975) ?? rank);
		return { id, low: Math.min(low, rank), high: Math.max(high, rank) };
	});
	return withOverlaps(intervals);
}

function sample(uncertainty: Uncertainty, random: Random): number {
	switch (uncertainty.kind) {
		case 'proportion': {
			const { numerator, denominator } = uncertainty;
			return random.beta(numerator + 0.5, Math.max(0, denominator - numerator) + 0.5);
		}
		case 'median': {
			const half = uncertainty.buckets.reduce((total, count) => total + count, 0) / 2;
			return medianAt(uncertainty, random.beta(half + 0.5, half + 0.5));
		}
		case 'mean':
			return uncertainty.value + uncertainty.standardError * random.normal();
		case 'exact':
			return uncertainty.value;
	}
}

/** The competition rank of a value in ascending values: 1 + how many are smaller (binary search). */
function positionIn(sorted: Float64Array, value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle] ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	return low + 1;
}

/** Overlapping = all, less those that end before this begins, less those that begin after it ends. */
function withOverlaps(
	intervals: readonly Omit<RankInterval, 'indistinguishable'>[]
): RankInterval[] {
	const lows = Float64Array.from(intervals, ({ low }) => low).toSorted();
	const highs = Float64Array.from(intervals, ({ high }) => high).toSorted();
	return intervals.map((interval) => {
		const endBefore = positionIn(highs, interval.low) - 1;
		const beginAfter = lows.length - (positionIn(lows, interval.high + 1) - 1);
		return { ...interval, indistinguishable: intervals.length - endBefore - beginAfter - 1 };
	});
}
