import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median, quantile, quantiles } from '#lib/benchmarks/statistics/quantile.ts';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
const p = fc.double({ min: 0, max: 1, noNaN: true });

test('type 7 interpolates between the two values around (n - 1) p', () => {
	expect(quantile([4, 1, 3, 2], 0.25)).toBe(1.75);
	expect(quantile([15, 20, 35, 40, 50], 0.4)).toBeCloseTo(29, 12);
	expect(median([3, 1, 2])).toBe(2);
	expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('one value is all its quantiles and no value has none', () => {
	expect(quantile([7], 0.9)).toBe(7);
	expect(quantile([], 0.5)).toBeNull();
	expect(quantiles([])).toBeNull();
});

test('a benchmark keeps n and five quantiles', () => {
	const hundredAndOne = Array.from({ length: 101 }, (_, i) => 100 - i);
	expect(quantiles(hundredAndOne)).toEqual({ n: 101, p10: 10, p25: 25, p50: 50, p75: 75, p90: 90 });
});

test('a quantile lies within the range of the values', () => {
	fc.assert(
		fc.property(values, p, (all, at) => {
			const found = quantile(all, at) ?? NaN;
			expect(found).toBeGreaterThanOrEqual(Math.min(...all));
			expect(found).toBeLessThanOrEqual(Math.max(...all));
		})
	);
});

test('a higher quantile is never lower, and the order of the values does not matter', () => {
	fc.assert(
		fc.property(values, p, p, (all, one, two) => {
			const [low, high] = one < two ? [one, two] : [two, one];
			expect(quantile(all, high)).toBeGreaterThanOrEqual(quantile(all, low) ?? NaN);
			expect(quantile(all.toReversed(), one)).toBe(quantile(all, one));
		})
	);
});
