import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	benjaminiHochberg,
	largestSignalChance
} from '#lib/benchmarks/statistics/benjamini-hochberg.ts';
import { signalChance } from '#lib/benchmarks/statistics/signal-chance.ts';
import { limitsAround } from '#lib/benchmarks/statistics/xmr-limits.ts';

/** A mean of 50 and a standard deviation of 1. */
const limits = limitsAround(50, 1.128);

describe('how probable a newest point is without any change', () => {
	test('is four times the normal probability of its distance, for the four rules', () => {
		expect(signalChance([50, 53], limits, { rule: 'outside', side: 1 })).toBeCloseTo(0.0108, 4);
		expect(signalChance([50, 51], limits, null)).toBe(1);
	});

	test('falls with the length of a shift', () => {
		const shift = (length: number) => [49, ...Array.from({ length }, () => 50.5)];
		const chance = (length: number) =>
			signalChance(shift(length), limits, { rule: 'shift', side: 1 });
		expect(chance(7)).toBeCloseTo(4 * 2 * 0.5 ** 7);
		expect(chance(12)).toBeCloseTo(4 * 2 * 0.5 ** 12);
	});

	test('of a trend counts its orders', () => {
		const rising = [50.1, 50, 50.1, 50.2, 50.3, 50.4, 50.5, 50.6];
		expect(signalChance(rising, limits, { rule: 'trend', side: 1 })).toBeCloseTo((4 * 2) / 5040);
	});

	test('is a probability, and smaller the farther away the point is', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 30, noNaN: true }),
				fc.double({ min: 0, max: 30, noNaN: true }),
				(a, b) => {
					const [near, far] = [Math.min(a, b), Math.max(a, b)].map((z) =>
						signalChance([50, 50 + z], limits, null)
					);
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
