import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundTo } from '#lib/benchmarks/statistics/round.ts';
import { formatNumber } from '#lib/i18n/format.ts';

test('halves go away from zero, also where binary fractions fall short of them', () => {
	expect([roundTo(1.005, 2), roundTo(-1.005, 2), roundTo(86.65, 1), roundTo(2.5, 0)]).toEqual([
		1.01, -1.01, 86.7, 3
	]);
});

test('very small and very large numbers survive', () => {
	expect([roundTo(1e-9, 2), roundTo(-1e-9, 2), roundTo(1e21, 2)]).toEqual([0, 0, 1e21]);
});

test('two values are equal after rounding exactly when they look equal on a page', () => {
	const value = fc.double({ min: -1000, max: 1000, noNaN: true });
	fc.assert(
		fc.property(value, fc.integer({ min: 0, max: 3 }), (one, decimals) => {
			const shown = formatNumber('en', one, decimals).replace(',', '');
			expect(roundTo(one, decimals)).toBe(Number(shown) || 0);
		}),
		{ numRuns: 1000 }
	);
});
