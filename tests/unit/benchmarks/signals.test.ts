import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg } from '#lib/benchmarks/statistics/benjamini-hochberg.ts';
import { twoSidedP } from '#lib/benchmarks/statistics/normal.ts';
import {
	expectedFalseSignals,
	falseSignalRate,
	signalStrength
} from '#lib/benchmarks/statistics/signal-budget.ts';
import { limitsAround } from '#lib/benchmarks/statistics/xmr-limits.ts';

test('the example of Benjamini and Hochberg rejects four of fifteen at 5 %', () => {
	const p = [
		0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
		0.6528, 0.759, 1
	];
	expect(benjaminiHochberg(p, 0.05)).toEqual(p.map((_, i) => i < 4));
	expect(benjaminiHochberg(p.toReversed(), 0.05)).toEqual(p.map((_, i) => i > 10));
});

test('a larger p above its step is carried by a later one below its own', () => {
	expect(benjaminiHochberg([0.06, 0.065, 0.09], 0.1)).toEqual([true, true, true]);
	expect(benjaminiHochberg([], 0.1)).toEqual([]);
});

test('nothing is a signal that would not be one alone, and a stricter rate finds no more', () => {
	fc.assert(
		fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (p) => {
			const loose = benjaminiHochberg(p, 0.1);
			const strict = benjaminiHochberg(p, 0.05);
			for (const [i, value] of p.entries()) {
				expect(loose[i] && value > 0.1).toBeFalsy();
				expect(strict[i] && !loose[i]).toBeFalsy();
			}
			expect(loose).toHaveLength(p.length);
		})
	);
});

test('the two-sided p of known z', () => {
	expect(twoSidedP(0)).toBeCloseTo(1, 6);
	expect(twoSidedP(1.959963985)).toBeCloseTo(0.05, 6);
	expect(twoSidedP(-3.090232306)).toBeCloseTo(0.002, 6);
	expect(twoSidedP(6)).toBeLessThan(1e-8);
});

test('the budget of false signals grows with the series, and with how they are judged', () => {
	const group = { n: 40, isSeasonal: false, series: 25_700 };
	expect(expectedFalseSignals([group])).toBeCloseTo(1567.7, 1);
	expect(expectedFalseSignals([group, { ...group, isSeasonal: true, series: 0 }])).toBe(
		expectedFalseSignals([group])
	);
	expect(expectedFalseSignals([{ ...group, isSeasonal: true }])).toBeGreaterThan(2000);
	expect(expectedFalseSignals([])).toBe(0);
});

test('between two rows of the table a rate lies on the line, beyond the last it stays', () => {
	expect(falseSignalRate(13, false)).toBe(0.03);
	expect(falseSignalRate(18, false)).toBeCloseTo((0.044 + 0.061) / 2);
	expect(falseSignalRate(20, false)).toBe(falseSignalRate(300, false));
	expect(falseSignalRate(72, true)).toBeCloseTo((0.075 + 0.07) / 2);
	expect(falseSignalRate(300, true)).toBe(0.065);
});

test('the strength of a signal is in standard deviations of the moving range', () => {
	expect(signalStrength(10, limitsAround(4, 1.128))).toBeCloseTo(6, 10);
	expect(signalStrength(-2, limitsAround(4, 1.128))).toBeCloseTo(6, 10);
});
