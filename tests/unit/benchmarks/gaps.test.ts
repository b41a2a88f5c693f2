import { describe, expect, test } from 'vitest';
import { gapToBest, relativeGap } from '#lib/benchmarks/gaps.ts';

const share = { kind: 'proportion', direction: 'higher', decimals: 1 } as const;
const days = { kind: 'mean', direction: 'lower', decimals: 1 } as const;

describe('the gap to the best quarter', () => {
	test('is told in percentage points and in cases', () => {
		const own = { value: 80, numerator: 240, denominator: 300 };
		expect(gapToBest(share, own, { p25: 70, p50: 85, p75: 95 })).toEqual({
			best: 95,
			median: 85,
			distance: 15,
			cases: 45
		});
	});

	test('is measured downwards when less is better, without cases for a mean', () => {
		const own = { value: 6.5, numerator: 650, denominator: 100 };
		expect(gapToBest(days, own, { p25: 4, p50: 5, p75: 9 })).toMatchObject({
			best: 4,
			distance: 2.5,
			cases: null
		});
	});

	test('is none for a region in the best quarter, or one that looks as good', () => {
		const group = { p25: 70, p50: 85, p75: 95 };
		expect(gapToBest(share, { value: 97, numerator: 97, denominator: 100 }, group)).toBeNull();
		expect(gapToBest(share, { value: 94.96, numerator: 1, denominator: 2 }, group)).toBeNull();
	});

	test('is never told for a KPI without a better side, nor without a group', () => {
		const own = { value: 5, numerator: 5, denominator: null };
		const volume = { kind: 'count', direction: 'neutral', decimals: 0 } as const;
		expect(gapToBest(volume, own, { p25: 1, p50: 10, p75: 20 })).toBeNull();
		expect(gapToBest(share, own, { p25: null, p50: null, p75: null })).toBeNull();
	});

	test('weighs by what the middle half of the group spans', () => {
		const gap = { best: 95, median: 85, distance: 10, cases: null };
		expect(relativeGap(gap, { p25: 75, p75: 95 })).toBe(0.5);
		expect(relativeGap(gap, { p25: 95, p75: 95 })).toBe(10);
	});
});
