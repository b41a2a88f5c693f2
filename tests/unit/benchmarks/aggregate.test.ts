import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aggregate, type Part } from '#lib/benchmarks/statistics/aggregate.ts';
import { golden } from './golden.ts';

const part = (numerator: number, denominator: number): Part => ({ numerator, denominator });
const missing = (usualDenominator: number): Part => ({
	numerator: null,
	denominator: null,
	usualDenominator
});

test('a group is the sum of numerators over the sum of denominators, not the mean of ratios', () => {
	expect(aggregate([part(1, 1), part(0, 99)]).value).toBe(0.01);
	const { sum_num, sum_den, ratio_of_sums, mean_of_ratios_WRONG } = golden.cross_section;
	const { value } = aggregate([part(sum_num, sum_den)]);
	expect(value).toBeCloseTo(ratio_of_sums, 8);
	expect(value).not.toBeCloseTo(mean_of_ratios_WRONG, 2);
});

test('a missing region weighs what it usually weighs', () => {
	expect(aggregate([part(80, 100), missing(20)])).toMatchObject({
		nRegions: 1,
		nExpected: 2,
		isIncomplete: false,
		value: 0.8
	});
	expect(aggregate([part(80, 100), missing(20)]).denShare).toBeCloseTo(100 / 120, 12);
});

test('under 80 % it is incomplete and under 50 % there is no value', () => {
	expect(aggregate([part(40, 70), missing(30)])).toMatchObject({ isIncomplete: true });
	expect(aggregate([part(40, 70), missing(30)]).value).not.toBeNull();
	expect(aggregate([part(30, 40), missing(60)])).toMatchObject({ isIncomplete: true, value: null });
});

test('a region that never reported weighs as much as the average one', () => {
	const never: Part = { numerator: null, denominator: null };
	expect(aggregate([part(50, 100), part(150, 300), never]).denShare).toBeCloseTo(2 / 3, 12);
});

test('counts are summed and have no denominator', () => {
	const count = (numerator: number | null): Part => ({ numerator, denominator: null });
	expect(aggregate([count(5), count(7)], 'count')).toMatchObject({
		numerator: 12,
		denominator: null,
		value: 12,
		denShare: 1
	});
	expect(aggregate([count(5), count(null), count(null)], 'count').value).toBeNull();
});

test('nothing reported, no cases and no regions have no value', () => {
	expect(aggregate([missing(10), missing(20)]).value).toBeNull();
	expect(aggregate([part(0, 0), part(0, 0)])).toMatchObject({ value: null, denShare: 1 });
	expect(aggregate([])).toMatchObject({ value: null, denShare: 0, nExpected: 0 });
});

const parts = fc.array(
	fc.tuple(fc.nat(1000), fc.nat(1000)).map(([good, bad]) => part(good, good + bad)),
	{ minLength: 1 }
);

test('the aggregate of parts is the whole, however it is cut', () => {
	fc.assert(
		fc.property(parts, parts, (one, two) => {
			const whole = aggregate([...one, ...two]);
			const halves = [aggregate(one), aggregate(two)].map(({ numerator, denominator }) =>
				part(numerator, denominator ?? 0)
			);
			expect(aggregate(halves).value).toBe(whole.value);
			expect(aggregate([...two, ...one]).value).toBe(whole.value);
		})
	);
});

test('the value of a group lies between the smallest and the largest of its parts', () => {
	fc.assert(
		fc.property(parts, (all) => {
			const ratios = all.flatMap(({ numerator, denominator }) =>
				denominator ? [(numerator ?? 0) / denominator] : []
			);
			const { value } = aggregate(all);
			expect(value === null).toBe(ratios.length === 0);
			expect(value ?? 0).toBeGreaterThanOrEqual(Math.min(...ratios, 1) - 1e-12);
			expect(value ?? 0).toBeLessThanOrEqual(Math.max(...ratios, 0) + 1e-12);
		})
	);
});
