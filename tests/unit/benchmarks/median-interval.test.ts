import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Buckets } from '#lib/benchmarks/statistics/buckets.ts';
import { medianInterval } from '#lib/benchmarks/statistics/median-interval.ts';
import { median } from '#lib/benchmarks/statistics/quantile.ts';
import { createRandom } from '#lib/benchmarks/statistics/random.ts';
import { rankIntervals } from '#lib/benchmarks/statistics/rank-interval.ts';

test('the interval of a median lies between two quantiles of its cases', () => {
	// 100 cases between 1 and 24 hours: the quantile at p is 24^p, the share varies by 1.96 x 5 %.
	const interval = medianInterval({ value: 24 ** 0.5, buckets: [0, 100, 0, 0, 0] });
	expect(interval?.low).toBeCloseTo(24 ** (0.5 - 0.098), 2);
	expect(interval?.high).toBeCloseTo(24 ** (0.5 + 0.098), 2);
});

test('it moves along with a median that is known exactly', () => {
	const buckets: Buckets = [0, 100, 0, 0, 0];
	const own = medianInterval({ value: 24 ** 0.5, buckets });
	const exact = medianInterval({ value: 10, buckets });
	expect((exact?.low ?? NaN) / 10).toBeCloseTo((own?.low ?? NaN) / 24 ** 0.5, 12);
});

test('no cases have no interval', () => {
	expect(medianInterval({ value: 3, buckets: [0, 0, 0, 0, 0] })).toBeNull();
});

const counts = fc.tuple(
	...([0, 1, 2, 3, 4].map(() => fc.nat(400)) as [
		fc.Arbitrary<number>,
		fc.Arbitrary<number>,
		fc.Arbitrary<number>,
		fc.Arbitrary<number>,
		fc.Arbitrary<number>
	])
);

test('the interval contains the median, and more cases of the same kind narrow it', () => {
	fc.assert(
		fc.property(
			counts.filter((all) => all.some((n) => n > 0)),
			(buckets) => {
				const value = 5;
				const one = medianInterval({ value, buckets });
				const many = medianInterval({
					value,
					buckets: buckets.map((n) => 100 * n) as typeof buckets
				});
				expect(one?.low).toBeLessThanOrEqual(value + 1e-9);
				expect(one?.high).toBeGreaterThanOrEqual(value - 1e-9);
				expect(many?.low).toBeGreaterThanOrEqual((one?.low ?? NaN) - 1e-9);
				expect(many?.high).toBeLessThanOrEqual((one?.high ?? NaN) + 1e-9);
			}
		)
	);
});

test('of samples of 200 cases nineteen in twenty hold the true median in their interval', () => {
	const random = createRandom(3);
	// Each case takes 24^u hours with u even between 0 and 1: within one bucket, as it interpolates.
	const truth = 24 ** 0.5;
	const hold = Array.from({ length: 1000 }, () => {
		const hours = Array.from({ length: 200 }, () => 24 ** random.uniform());
		const value = median(hours) ?? NaN;
		const interval = medianInterval({ value, buckets: [0, 200, 0, 0, 0] });
		return interval !== null && interval.low <= truth && truth <= interval.high;
	});
	const share = hold.filter(Boolean).length / hold.length;
	expect(share).toBeGreaterThan(0.93);
	expect(share).toBeLessThan(0.97);
});

test('medians of few cases change places, those of many keep them', () => {
	const region = (id: string, rank: number, value: number, n: number) => ({
		id,
		rank,
		uncertainty: { kind: 'median', value, buckets: [0, n, 0, 0, 0] as Buckets } as const
	});
	const options = { direction: 'lower', seed: 7 } as const;
	const few = rankIntervals([region('a', 1, 5, 20), region('b', 2, 6, 20)], options);
	const many = rankIntervals([region('a', 1, 5, 5000), region('b', 2, 6, 5000)], options);
	expect(few.map(({ low, high }) => [low, high])).toEqual([
		[1, 2],
		[1, 2]
	]);
	expect(many.map(({ low, high }) => [low, high])).toEqual([
		[1, 1],
		[2, 2]
	]);
});
