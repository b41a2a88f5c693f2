import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval } from '#lib/benchmarks/statistics/wilson.ts';
import { golden } from './golden.ts';

test('the golden intervals are met to eight decimals', () => {
	for (const { num, den, wilson95 } of golden.cross_section.rows) {
		const interval = wilsonInterval(num, den);
		expect(interval?.low).toBeCloseTo(wilson95[0] ?? NaN, 7);
		expect(interval?.high).toBeCloseTo(wilson95[1] ?? NaN, 7);
	}
});

test('no cases, or more hits than cases, have no interval', () => {
	expect([wilsonInterval(0, 0), wilsonInterval(5, 4), wilsonInterval(-1, 4)]).toEqual([
		null,
		null,
		null
	]);
});

test('the interval contains the proportion, lies within 0 and 1, and narrows with cases', () => {
	const counts = fc.tuple(fc.nat(10_000), fc.nat(10_000)).filter(([a, b]) => a + b > 0);
	fc.assert(
		fc.property(counts, ([good, bad]) => {
			const den = good + bad;
			const one = wilsonInterval(good, den) ?? { low: NaN, high: NaN };
			const ten = wilsonInterval(good * 10, den * 10) ?? { low: NaN, high: NaN };
			expect(one.low).toBeGreaterThanOrEqual(0);
			expect(one.high).toBeLessThanOrEqual(1);
			expect(one.low).toBeLessThanOrEqual(good / den);
			expect(one.high).toBeGreaterThanOrEqual(good / den);
			expect(ten.high - ten.low).toBeLessThan(one.high - one.low);
		})
	);
});
