import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	benjaminiHochberg,
	largestSignalChance
} from '#lib/benchmarks/statistics/benjamini-hochberg.ts';
import { signalChance } from '#lib/benchmarks/statistics/signal-chance.ts';
import { twoSidedTOfSix } from '#lib/benchmarks/statistics/student.ts';
import { limitsAround } from '#lib/benchmarks/statistics/xmr-limits.ts';
import type { XmrSignal } from '#lib/benchmarks/statistics/xmr-rules.ts';

/** A mean of 50 and a standard deviation of 1. */
const limits = limitsAround(50, 1.128);

const chanceOf = (values: readonly number[], signal: XmrSignal | null = null) =>
	signalChance({ values, isSeasonal: false }, limits, signal);

describe('how probable a newest point is without any change', () => {
	test('is four times the t probability of its distance, for the four rules', () => {
		expect(chanceOf([50, 53.707], { rule: 'outside', side: 1 })).toBeCloseTo(0.04, 4);
		expect(chanceOf([50, 51])).toBe(1);
	});

	test('is larger where an estimated season adds to the distance, most after few years', () => {
		const series = (n: number) => Array.from({ length: n }, (_, i) => (i === n - 1 ? 58 : 50));
		const [short = 0, longer = 0, long = 0] = [36, 60, 120].map((n) =>
			signalChance({ values: series(n), isSeasonal: true }, limits, null)
		);
		expect(short).toBeGreaterThan(longer);
		expect(longer).toBeGreaterThan(long);
		expect(long).toBeGreaterThan(chanceOf(series(120)));
	});

	test('falls with the length of a shift', () => {
		const shift = (length: number) => [49, ...Array.from({ length }, () => 50.5)];
		const chance = (length: number) => chanceOf(shift(length), { rule: 'shift', side: 1 });
		// 2 E[Φ(e)^2] = 2 (1/4 + asin(1/13) / 2π) for e of variance 1/12, in closed form.
		expect(chance(2)).toBeCloseTo(Math.min(1, 4 * 2 * (0.25 + Math.asin(1 / 13) / (2 * Math.PI))));
		expect(chance(7)).toBeGreaterThan(4 * 2 * 0.5 ** 7);
		expect(chance(12)).toBeLessThan(chance(7) / 5);
	});

	test('of a trend counts its orders', () => {
		const rising = [50.1, 50, 50.1, 50.2, 50.3, 50.4, 50.5, 50.6];
		expect(chanceOf(rising, { rule: 'trend', side: 1 })).toBeCloseTo((4 * 2) / 5040);
	});

	test('is a probability, and smaller the farther away the point is', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 30, noNaN: true }),
				fc.double({ min: 0, max: 30, noNaN: true }),
				(a, b) => {
					const [near, far] = [Math.min(a, b), Math.max(a, b)].map((z) => chanceOf([50, 50 + z]));
					expect(far).toBeLessThanOrEqual(near ?? 0);
					expect(far).toBeGreaterThanOrEqual(0);
					expect(near).toBeLessThanOrEqual(1);
				}
			)
		);
	});
});

test('the largest chance that is a signal tells the same ones as the procedure', () => {
	fc.assert(
		fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (values) => {
			const sorted = values.toSorted((a, b) => a - b);
			const threshold = largestSignalChance(sorted);
			const flagged = benjaminiHochberg(sorted);
			const chosen = sorted.filter((p) => p <= threshold);
			expect(threshold === 0 ? 0 : chosen.length).toBe(
				threshold === 0 ? 0 : flagged.filter(Boolean).length
			);
			expect(sorted.filter((p, i) => flagged[i] && p > threshold)).toEqual([]);
		})
	);
});

test('the t probabilities are those of the printed tables for six degrees of freedom', () => {
	const printed = [
		[1.943, 0.1],
		[2.447, 0.05],
		[3.707, 0.01],
		[5.959, 0.001],
		[9.082, 0.0001]
	] as const;
	for (const [t, p] of printed) expect(twoSidedTOfSix(t) / p).toBeCloseTo(1, 2);
	expect([twoSidedTOfSix(0), twoSidedTOfSix(-2.447)]).toEqual([1, twoSidedTOfSix(2.447)]);
	// Where the series takes over, nothing jumps.
	expect(twoSidedTOfSix(77.4) / twoSidedTOfSix(77.5)).toBeCloseTo((77.5 / 77.4) ** 6, 3);
});
