import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelledMonths, monthLabel, valueAxis } from '#lib/charts/axis.ts';
import { monthRange } from '#lib/core/period.ts';
import { percentContext } from './fixtures.ts';

const ticksOf = (values: number[], changes = {}) =>
	valueAxis(values, percentContext('id', changes)).ticks.map(({ label }) => label);

test('ticks are round and written as the reader writes numbers', () => {
	expect(ticksOf([61, 93])).toEqual(['60', '70', '80', '90', '100']);
	expect(ticksOf([0.1, 1.1], { range: undefined })).toEqual([
		'0,00',
		'0,25',
		'0,50',
		'0,75',
		'1,00',
		'1,25'
	]);
	expect(ticksOf([1200, 5200], { range: undefined, unit: 'requests' })).toEqual([
		'0',
		'2.000',
		'4.000',
		'6.000'
	]);
});

test('an axis starts at zero where that costs little, and not where it would flatten the lines', () => {
	expect(valueAxis([8, 90], percentContext()).min).toBe(0);
	expect(valueAxis([80, 90], percentContext()).min).toBe(80);
});

test('an axis never goes beyond what the KPI can be', () => {
	const { min, max } = valueAxis([97.2, 99.9], percentContext());
	expect(min).toBeGreaterThan(90);
	expect(max).toBe(100);
});

test('equal values still have an axis around them', () => {
	expect(valueAxis([100, 100], percentContext()).max).toBe(100);
	expect(valueAxis([100, 100], percentContext()).min).toBeLessThan(100);
	expect(valueAxis([0], percentContext())).toMatchObject({ min: 0 });
	expect(valueAxis([], percentContext())).toMatchObject({ min: 0, max: 100 });
});

test('every value lies between the ends of the axis, with two to seven ticks', () => {
	const value = fc
		.double({ min: -1e5, max: 1e5, noNaN: true })
		.map((x) => Math.round(x * 100) / 100);
	fc.assert(
		fc.property(fc.array(value, { minLength: 1 }), (values) => {
			const axis = valueAxis(values, percentContext('en', { range: undefined }));
			expect(axis.min).toBeLessThanOrEqual(Math.min(...values) + 1e-9);
			expect(axis.max).toBeGreaterThanOrEqual(Math.max(...values) - 1e-9);
			expect(axis.max).toBeGreaterThan(axis.min);
			expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
			expect(axis.ticks.length).toBeLessThanOrEqual(7);
		})
	);
});

test('a month is named short, long and with its year apart', () => {
	expect(monthLabel('2026-05', 'id')).toEqual({
		month: '2026-05',
		short: 'Mei',
		year: '2026',
		long: 'Mei 2026'
	});
	expect(monthLabel('2026-05', 'en').short).toBe('May');
});

test('labels fall on every month, quarters or Januaries, as many as fit', () => {
	const months = (from: string, to: string) => monthRange(from, to).map((month) => ({ month }));
	const labelled = (from: string, to: string, count: number) =>
		labelledMonths(months(from, to), count).map((i) => months(from, to)[i]?.month);
	expect(labelled('2026-01', '2026-04', 6)).toHaveLength(4);
	expect(labelled('2025-11', '2026-10', 4)).toEqual(['2026-01', '2026-04', '2026-07', '2026-10']);
	expect(labelled('2016-11', '2026-10', 10)).toEqual(
		Array.from({ length: 10 }, (_, i) => `${String(2017 + i)}-01`)
	);
	expect(labelled('2026-02', '2026-02', 1)).toEqual(['2026-02']);
	expect(labelledMonths([], 5)).toEqual([]);
});
