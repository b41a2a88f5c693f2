import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { peerGap, type PeriodFigure } from '#lib/benchmarks/peer-gap.ts';

const share = {
	kind: 'proportion',
	direction: 'higher',
	decimals: 1,
	derivation: 'turnaround',
	unit: 'percent'
} as const;
const days = { ...share, kind: 'mean', direction: 'lower', unit: 'working_days' } as const;

function figure(
	regionKey: number,
	numerator: number,
	denominator: number,
	scale = 100
): PeriodFigure {
	return { regionKey, value: (scale * numerator) / denominator, numerator, denominator };
}

const peers = [70, 75, 80, 85, 90, 95].map((value, i) => figure(i + 1, value, 100));

describe('the gap to the best quarter of a region’s peers', () => {
	test('of a share is counted in whole cases, with who does better, best first', () => {
		const gap = peerGap(share, figure(0, 160, 200), peers);
		// The 75th percentile (type 7) of 70 … 95 is 88.75 %: 178 of 200 cases reach it, 177 do not.
		expect(gap).toMatchObject({ own: 80, best: 88.75, n: 6, amount: 18, unit: 'cases' });
		expect(gap?.distance).toBeCloseTo(8.8);
		expect(gap?.better.map(({ regionKey }) => regionKey)).toEqual([6, 5, 4]);
	});

	test('of a mean is counted in days of waiting', () => {
		const quick = [2, 2.5, 3, 3.5, 4, 4.5].map((value, i) => figure(i + 1, value * 100, 100, 1));
		const gap = peerGap(days, figure(0, 1000, 200, 1), quick);
		expect(gap).toMatchObject({ own: 5, best: 2.625, amount: 475, unit: 'days' });
	});

	test('is nothing for a region in the best quarter', () => {
		expect(peerGap(share, figure(0, 99, 100), peers)).toMatchObject({ distance: 0, amount: null });
	});

	test('is not told without a better side, with few peers, or on few cases', () => {
		const own = figure(0, 160, 200);
		expect(peerGap({ ...share, direction: 'neutral' }, own, peers)).toBeNull();
		expect(peerGap(share, own, peers.slice(1))).toBeNull();
		expect(peerGap(share, figure(0, 5, 9), peers)).toBeNull();
		expect(peerGap(share, own, [...peers.slice(1), figure(1, 7, 9)])).toBeNull();
	});

	test('is closed by exactly the cases it names', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 10, max: 5000 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(denominator, part) => {
					const numerator = Math.floor(part * denominator);
					const gap = peerGap(share, figure(0, numerator, denominator), peers);
					const reached = (100 * (numerator + (gap?.amount ?? 0))) / denominator;
					expect(gap?.distance === 0 || reached >= 88.75 - 1e-9).toBe(true);
					if (gap && gap.amount !== null && gap.amount > 0) {
						expect((100 * (numerator + gap.amount - 1)) / denominator).toBeLessThan(88.75);
					}
				}
			)
		);
	});
});
