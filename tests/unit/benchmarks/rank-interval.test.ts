import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankIntervals, type UncertainRank } from '#lib/benchmarks/statistics/rank-interval.ts';
import { createRandom, seedFrom } from '#lib/benchmarks/statistics/random.ts';

const proportion = (
	id: string,
	rank: number,
	numerator: number,
	denominator: number
): UncertainRank => ({ id, rank, uncertainty: { kind: 'proportion', numerator, denominator } });

const options = { direction: 'higher', seed: seedFrom('kpi:2026-10') } as const;

test('regions far apart keep their ranks', () => {
	const intervals = rankIntervals(
		[proportion('a', 1, 990, 1000), proportion('b', 2, 800, 1000), proportion('c', 3, 500, 1000)],
		options
	);
	expect(intervals).toEqual([
		{ id: 'a', low: 1, high: 1, indistinguishable: 0 },
		{ id: 'b', low: 2, high: 2, indistinguishable: 0 },
		{ id: 'c', low: 3, high: 3, indistinguishable: 0 }
	]);
});

test('a small region could be anywhere, and says from how many it cannot be told apart', () => {
	const large = Array.from({ length: 9 }, (_, i) =>
		proportion(`r${String(i)}`, i + 1, 9500 - i * 500, 10000)
	);
	const [small] = rankIntervals([proportion('small', 5, 8, 10), ...large], options);
	expect(small).toMatchObject({ low: 1, high: 10, indistinguishable: 9 });
});

test('when lower is better the smallest value comes first', () => {
	const mean = (id: string, rank: number, value: number): UncertainRank => ({
		id,
		rank,
		uncertainty: { kind: 'mean', value, standardError: 0.1 }
	});
	const intervals = rankIntervals([mean('slow', 2, 9), mean('quick', 1, 2)], {
		direction: 'lower',
		seed: 1
	});
	expect(intervals.map(({ low }) => low)).toEqual([2, 1]);
});

test('the interval contains the published rank even where ties are broken by the draws', () => {
	const tied = Array.from({ length: 20 }, (_, i) => proportion(`t${String(i)}`, 1, 300, 300));
	for (const { low, high } of rankIntervals(tied, options)) {
		expect(low).toBe(1);
		expect(high).toBeGreaterThan(10);
	}
});

test('an exact value among certain ones does not move', () => {
	const exact = (id: string, rank: number, value: number): UncertainRank => ({
		id,
		rank,
		uncertainty: { kind: 'exact', value }
	});
	const intervals = rankIntervals([exact('a', 1, 3), exact('b', 1, 3), exact('c', 3, 1)], options);
	expect(intervals.map(({ low, high }) => [low, high])).toEqual([
		[1, 1],
		[1, 1],
		[3, 3]
	]);
});

test('the same seed gives the same intervals', () => {
	const regions = [proportion('a', 1, 80, 100), proportion('b', 2, 75, 100)];
	expect(rankIntervals(regions, options)).toEqual(rankIntervals(regions, options));
});

test('draws from Beta(a, b) have its mean and variance', () => {
	const random = createRandom(7);
	for (const [a, b] of [
		[0.5, 10.5],
		[3, 7],
		[120.5, 30.5]
	] as const) {
		const draws = Array.from({ length: 20_000 }, () => random.beta(a, b));
		const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
		const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
		const expected = (a * b) / ((a + b) ** 2 * (a + b + 1));
		expect(Math.abs(mean - a / (a + b))).toBeLessThan(5 * Math.sqrt(expected / draws.length));
		expect(variance / expected).toBeCloseTo(1, 1);
	}
});

test('uniform draws stay inside 0 and 1 for every seed', () => {
	fc.assert(
		fc.property(fc.integer(), (seed) => {
			const { uniform } = createRandom(seed);
			const draws = Array.from({ length: 50 }, uniform);
			expect(draws.every((x) => x > 0 && x < 1)).toBe(true);
		})
	);
});

test('every interval lies within 1 and n around its rank', () => {
	const region = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }));
	fc.assert(
		fc.property(fc.array(region, { minLength: 1, maxLength: 12 }), (all) => {
			const regions = all.map(([good, bad], i) =>
				proportion(String(i), (i % all.length) + 1, good, good + bad)
			);
			for (const [i, interval] of rankIntervals(regions, { ...options, draws: 60 }).entries()) {
				expect(interval.low).toBeGreaterThanOrEqual(1);
				expect(interval.high).toBeLessThanOrEqual(all.length);
				expect(interval.low).toBeLessThanOrEqual(regions[i]?.rank ?? NaN);
				expect(interval.high).toBeGreaterThanOrEqual(regions[i]?.rank ?? NaN);
			}
		}),
		{ numRuns: 50 }
	);
});
