import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	addBuckets,
	BUCKET_HOURS,
	durationQuantile,
	summariseDurations,
	type Buckets
} from '#lib/benchmarks/statistics/buckets.ts';

test('the share within 24 hours is exact', () => {
	expect(summariseDurations([10, 60, 20, 5, 5]).shareWithin24Hours).toBe(0.7);
});

test('a quantile is interpolated on the logarithmic scale inside its bucket', () => {
	const half = durationQuantile([0, 100, 0, 0, 0], 0.5);
	expect(half).toEqual({
		kind: 'estimate',
		hours: expect.closeTo(Math.sqrt(1 * 24), 10) as number
	});
	const third = durationQuantile([20, 0, 80, 0, 0], 0.6);
	expect(third?.hours).toBeCloseTo(24 * (72 / 24) ** 0.5, 10);
});

test('a quantile at the end of a bucket is its bound', () => {
	expect(durationQuantile([50, 50, 0, 0, 0], 0.5)?.hours).toBeCloseTo(1, 10);
	expect(durationQuantile([0, 90, 0, 10, 0], 0.9)?.hours).toBeCloseTo(24, 10);
});

test('in the open bucket only "at least 168 hours" is known', () => {
	expect(durationQuantile([0, 0, 0, 40, 60], 0.5)).toEqual({ kind: 'at_least', hours: 168 });
	expect(summariseDurations([5, 0, 0, 80, 15])).toMatchObject({
		median: { kind: 'estimate' },
		p90: { kind: 'at_least', hours: 168 }
	});
});

test('a month without completed cases has no share and no quantiles', () => {
	expect(summariseDurations([0, 0, 0, 0, 0])).toEqual({
		completed: 0,
		shareWithin24Hours: null,
		median: null,
		p90: null
	});
});

const buckets = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500));

test('a quantile lies in the bucket that holds its case', () => {
	const at = fc.double({ min: 0.01, max: 0.99, noNaN: true });
	fc.assert(
		fc.property(buckets, at, (counts, p) => {
			const found = durationQuantile(counts, p);
			const total = counts.reduce((sum, count) => sum + count, 0);
			if (!found) {
				expect(total).toBe(0);
				return;
			}
			let cumulative = 0;
			const bucket = counts.findIndex((count) => (cumulative += count) >= p * total);
			const from = bucket === 0 ? 0 : (BUCKET_HOURS[bucket - 1] ?? NaN);
			expect(found.hours).toBeGreaterThanOrEqual(from - 1e-9);
			expect(found.hours).toBeLessThanOrEqual((BUCKET_HOURS[bucket] ?? NaN) + 1e-9);
			expect(found.kind).toBe(bucket === 4 ? 'at_least' : 'estimate');
		})
	);
});

test('the P90 is never shorter than the median, and slower cases never shorten them', () => {
	fc.assert(
		fc.property(buckets, (counts) => {
			const { median, p90 } = summariseDurations(counts);
			expect(p90?.hours ?? 0).toBeGreaterThanOrEqual(median?.hours ?? 0);
			const slower: Buckets = [counts[0], counts[1], counts[2], counts[3], counts[4] + 100];
			expect(durationQuantile(slower, 0.5)?.hours).toBeGreaterThanOrEqual(median?.hours ?? 0);
		})
	);
});

test('buckets of several months add up', () => {
	expect(
		addBuckets([
			[1, 2, 3, 4, 5],
			[10, 0, 0, 0, 1]
		])
	).toEqual([11, 2, 3, 4, 6]);
	expect(addBuckets([])).toEqual([0, 0, 0, 0, 0]);
});
