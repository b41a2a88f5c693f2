import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseRate } from '#lib/benchmarks/statistics/base-rate.ts';
import { casesToTopQuartile, daysToTopQuartile } from '#lib/benchmarks/statistics/gap.ts';

test('the gap in cases is what was missing to the top quartile', () => {
	expect(casesToTopQuartile({ numerator: 171, denominator: 300 }, 0.95, 'higher')).toBe(114);
	expect(casesToTopQuartile({ numerator: 285, denominator: 300 }, 0.95, 'higher')).toBe(0);
	expect(casesToTopQuartile({ numerator: 300, denominator: 300 }, 0.95, 'higher')).toBe(0);
});

test('when lower is better it is the cases too many', () => {
	expect(casesToTopQuartile({ numerator: 40, denominator: 200 }, 0.1, 'lower')).toBe(20);
	expect(casesToTopQuartile({ numerator: 20, denominator: 200 }, 0.1, 'lower')).toBe(0);
});

test('the cases of the gap are enough, and one fewer is not', () => {
	const own = fc
		.tuple(fc.nat(5000), fc.nat(5000))
		.filter(([a, b]) => a + b > 0)
		.map(([good, bad]) => ({ numerator: good, denominator: good + bad }));
	fc.assert(
		fc.property(own, fc.integer({ min: 0, max: 1000 }), ({ numerator, denominator }, q) => {
			const cases = casesToTopQuartile({ numerator, denominator }, q / 1000, 'higher');
			const reaches = (extra: number) => (numerator + extra) * 1000 >= q * denominator;
			expect(reaches(cases)).toBe(true);
			expect(cases === 0 || !reaches(cases - 1)).toBe(true);
		})
	);
});

test('the gap in days is per case and in total', () => {
	expect(daysToTopQuartile({ numerator: 640, denominator: 80 }, 5)).toEqual({
		total: 240,
		perCase: 3
	});
	expect(daysToTopQuartile({ numerator: 320, denominator: 80 }, 5)).toEqual({
		total: 0,
		perCase: 0
	});
	expect(daysToTopQuartile({ numerator: 0, denominator: 0 }, 5).perCase).toBe(0);
});

test('the base rate counts those that started alike and made the gain', () => {
	const alike = Array.from({ length: 12 }, (_, i) => ({
		id: `r${String(i)}`,
		start: 60,
		end: i < 3 ? 75 : 62
	}));
	const others = Array.from({ length: 12 }, (_, i) => ({
		id: `o${String(i)}`,
		start: 90,
		end: 99
	}));
	expect(baseRate([...alike, ...others], { start: 61, gain: 10 }, 'higher')).toEqual({
		n: 12,
		reached: 3,
		reachedIds: ['r0', 'r1', 'r2']
	});
});

test('a gain is a fall when lower is better', () => {
	const histories = Array.from({ length: 10 }, (_, i) => ({ id: String(i), start: 8, end: 5 }));
	expect(baseRate(histories, { start: 8, gain: 3 }, 'lower')?.reached).toBe(10);
	expect(baseRate(histories, { start: 8, gain: 3 }, 'higher')?.reached).toBe(0);
});

test('fewer than ten like starts say nothing', () => {
	const histories = Array.from({ length: 9 }, (_, i) => ({ id: String(i), start: 60, end: 80 }));
	expect(baseRate(histories, { start: 60, gain: 5 }, 'higher')).toBeNull();
});
