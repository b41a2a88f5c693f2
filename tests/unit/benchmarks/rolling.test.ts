import { expect, test } from 'vitest';
import { rollingYear, sameMonthLastYear } from '#lib/benchmarks/statistics/rolling.ts';

const month = (numerator: number, denominator: number | null = 100) => ({ numerator, denominator });
const year = Array.from({ length: 12 }, () => month(50));

test('the rolling year is sum over sum, not the mean of twelve ratios', () => {
	const months = [...year.slice(0, 11), month(1, 900)];
	expect(rollingYear(months).at(-1)).toEqual({
		numerator: 551,
		denominator: 2000,
		value: 0.2755,
		months: 12
	});
});

test('ten of twelve months are enough and nine are not', () => {
	expect(rollingYear([null, null, ...year.slice(2)]).at(-1)).toMatchObject({
		value: 0.5,
		months: 10
	});
	expect(rollingYear([null, null, null, ...year.slice(3)]).at(-1)).toBeNull();
});

test('the first eleven months have no rolling year yet', () => {
	expect(rollingYear(year).slice(0, 11)).toEqual(Array.from({ length: 11 }, () => null));
});

test('counts are summed only over a full year, because a sum with a hole is too small', () => {
	const counts = Array.from({ length: 12 }, () => month(5, null));
	expect(rollingYear(counts).at(-1)).toMatchObject({ value: 60, denominator: null });
	expect(rollingYear([null, ...counts.slice(1)]).at(-1)).toBeNull();
});

test('a year without cases has no value', () => {
	expect(rollingYear(Array.from({ length: 12 }, () => month(0, 0))).at(-1)).toBeNull();
});

test('the same month last year is twelve positions back or nothing', () => {
	const values = [10, null, ...Array.from({ length: 12 }, (_, i) => 20 + i)];
	expect(sameMonthLastYear(values, 12)).toBe(10);
	expect(sameMonthLastYear(values, 13)).toBeNull();
	expect(sameMonthLastYear(values, 11)).toBeNull();
});
