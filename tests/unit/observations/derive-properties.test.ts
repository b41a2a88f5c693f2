import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBuckets, durationQuantile, type Buckets } from '#lib/benchmarks/statistics/buckets.ts';
import { deriveTotals, deriveTurnaround, type TurnaroundCounts } from '#lib/observations/derive.ts';

const count = fc.integer({ min: 0, max: 5000 });
const buckets = fc.tuple(count, count, count, count, count);
const month = fc
	.record({ buckets, received: count, returned: count, backlog: count, online: count })
	.map(({ buckets, received, returned, backlog, online }): TurnaroundCounts => ({
		buckets,
		completed: buckets.reduce((sum, one) => sum + one, 0),
		received: received + returned + online,
		returned,
		pendingOver7Days: backlog,
		online
	}));
const hoursOf = (of: Buckets, p: number) => durationQuantile(of, p)?.hours ?? null;

describe('KPIs that follow from any counts', () => {
	test('have a value or the reason why not, within their range', () => {
		fc.assert(
			fc.property(month, (counts) => {
				for (const { value, missingReason, kpiCode } of deriveTurnaround('KTP', counts)) {
					expect((value === null) === (missingReason !== null)).toBe(true);
					if (value === null) continue;
					expect(value).toBeGreaterThanOrEqual(0);
					if (kpiCode.startsWith('ADM-SLA')) expect(value).toBeLessThanOrEqual(100);
				}
			})
		);
	});

	test('over all services are the sum of the parts, never the mean of shares', () => {
		fc.assert(
			fc.property(fc.array(month, { minLength: 1, maxLength: 7 }), (services) => {
				const [backlog, digital] = deriveTotals(services);
				const sum = (part: (one: TurnaroundCounts) => number) =>
					services.reduce((total, one) => total + part(one), 0);
				expect(backlog?.value).toBe(sum((one) => one.pendingOver7Days));
				expect(digital).toMatchObject({
					numerator: sum((one) => one.online),
					denominator: sum((one) => one.received)
				});
			})
		);
	});
});

describe('the median and the P90 inside duration groups', () => {
	test('lie in order, and in the group that holds them', () => {
		fc.assert(
			fc.property(buckets, (of) => {
				const [median, p90] = [hoursOf(of, 0.5), hoursOf(of, 0.9)];
				if (median === null || p90 === null) return;
				expect(p90).toBeGreaterThanOrEqual(median);
				const total = of.reduce((sum, one) => sum + one, 0);
				expect(median <= 24 + 1e-9).toBe((of[0] + of[1]) * 2 >= total);
			})
		);
	});

	test('do not rise when a case is finished sooner, and are the same for twice the cases', () => {
		fc.assert(
			fc.property(buckets, fc.integer({ min: 1, max: 4 }), (of, from) => {
				const before = hoursOf(of, 0.5);
				expect(hoursOf(addBuckets([of, of]), 0.5)).toBe(before);
				if (before === null || (of[from] ?? 0) === 0) return;
				const sooner = of.with(from, (of[from] ?? 0) - 1).with(from - 1, (of[from - 1] ?? 0) + 1);
				expect(hoursOf(sooner as unknown as Buckets, 0.5)).toBeLessThanOrEqual(before + 1e-9);
			})
		);
	});
});
