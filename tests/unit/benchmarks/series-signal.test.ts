import { describe, expect, test } from 'vitest';
import {
	judgeSeries,
	signalOf,
	type JudgedKpi,
	type SeriesPoint
} from '#lib/benchmarks/series-signal.ts';
import { monthIndex } from '#lib/core/period.ts';

const kpi: JudgedKpi = {
	key: 7,
	direction: 'higher',
	version: { version: 1, validFrom: '2020-01', standardValue: 99 }
};
const start = monthIndex('2025-01');
const usual = [80, 82, 79, 81, 83, 80, 78, 82, 81, 79, 80, 82, 81, 80, 82];

function points(values: readonly (number | null)[], isProvisional = false): SeriesPoint[] {
	return values.flatMap((value, i) =>
		value === null ? [] : [{ month: start + i, value, isProvisional, isSample: false }]
	);
}

describe('the signal of a series', () => {
	test('is none while its values vary as they always did', () => {
		expect(signalOf(kpi, 3671, points(usual))).toMatchObject({
			...{ kpiKey: 7, regionKey: 3671, n: 15, rule: null, variation: 'common', assurance: 'fail' }
		});
	});

	test('is an improvement when the newest value jumps to the better side', () => {
		const signal = signalOf(kpi, 3671, points([...usual, 95]));
		expect(signal).toMatchObject({ rule: 'outside', side: 1, variation: 'improvement', value: 95 });
		expect(signal?.p).toBeLessThan(0.002);
	});

	test('does not come from a provisional value', () => {
		const signal = signalOf(kpi, 3671, [
			...points(usual),
			{ month: start + usual.length, value: 95, isProvisional: true, isSample: false }
		]);
		expect(signal).toMatchObject({ rule: null, month: start + usual.length - 1, value: 82 });
		expect(signalOf(kpi, 3671, points([80, 81], true))).toBeNull();
		expect(signalOf(kpi, 3671, [])).toBeNull();
	});

	test('has no chance while the limits are on trial, and no limits for a constant series', () => {
		expect(signalOf(kpi, 1, points(usual.slice(0, 10)))).toMatchObject({ isTrial: 1, p: null });
		expect(signalOf(kpi, 1, points(usual.map(() => 100)))).toMatchObject({
			noLimits: 'no_variation',
			variation: null,
			averageMovingRange: null
		});
	});

	test('of three years is judged without its season, which is told', () => {
		const yearly = [9, 6, 3, 0, -3, -6, -9, -6, -3, 0, 3, 6];
		const noise = [0, 0.4, -0.3, 0.2, -0.5, 0.1, 0.3, -0.2, 0.5, -0.4];
		const seasonal = Array.from(
			{ length: 49 },
			(_, i) => 80 + (yearly[i % 12] ?? 0) + (noise[i % noise.length] ?? 0)
		);
		const signal = signalOf(kpi, 1, points(seasonal));
		expect(signal).toMatchObject({ rule: null, variation: 'common' });
		expect(signal?.season).toBeCloseTo(9, 0);
		expect(signal?.mean).toBeCloseTo(80, 0);
		expect(Math.abs(signal?.strength ?? 9)).toBeLessThan(3);
		// The same height where the season is low is news.
		const odd = [...seasonal.slice(0, 42), 89];
		expect(signalOf(kpi, 1, points(odd))).toMatchObject({ rule: 'outside', side: 1 });
		expect(signalOf(kpi, 1, points(usual))?.season).toBeNull();
	});

	test('keeps gaps as gaps, and a new definition begins anew', () => {
		const gappy = judgeSeries(kpi, points([80, null, 82]));
		expect(gappy?.points.map(({ value }) => value)).toEqual([80, null, 82]);
		const redefined = { ...kpi, version: { ...kpi.version, version: 2, validFrom: '2026-01' } };
		expect(signalOf(redefined, 1, points([...usual, 95]))?.n).toBe(usual.length + 1 - 12);
	});
});
