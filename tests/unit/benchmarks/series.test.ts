import { describe, expect, test } from 'vitest';
import { whyMissing } from '#lib/benchmarks/missing.ts';
import { canRoll, rollCells, type SeriesCell } from '#lib/benchmarks/series.ts';
import { monthRange } from '#lib/core/period.ts';

const now = new Date('2026-11-24T03:00:00Z');

describe('why a month is missing', () => {
	test('it is not due until the tenth of the next month has passed', () => {
		expect(whyMissing('2026-11', '2025-01', now, 'Asia/Jakarta')).toBe('not_due');
		const ninth = new Date('2026-11-09T03:00:00Z');
		expect(whyMissing('2026-10', '2025-01', ninth, 'Asia/Jakarta')).toBe('not_due');
	});

	test('it is late in a region that has reported before', () => {
		expect(whyMissing('2026-10', '2025-01', now, 'Asia/Jakarta')).toBe('late');
	});

	test('nothing is known of months before a region began', () => {
		expect(whyMissing('2024-12', '2025-01', now, 'Asia/Jakarta')).toBe('no_data');
		expect(whyMissing('2024-12', null, now, 'Asia/Jakarta')).toBe('no_data');
	});
});

describe('the rolling twelve months', () => {
	const cells = monthRange('2025-01', '2026-02').map((month, i): SeriesCell => ({
		month,
		value: i === 3 ? null : 50,
		numerator: i === 3 ? null : 10 + i,
		denominator: i === 3 ? null : 20 + 2 * i,
		missing: i === 3 ? 'late' : null,
		isProvisional: i === 13,
		isSample: false
	}));

	test('sum numerators over denominators and begin with the twelfth month', () => {
		const rolled = rollCells(cells, 100);
		expect(rolled.map(({ month }) => month)).toEqual(['2025-12', '2026-01', '2026-02']);
		expect(rolled[0]).toMatchObject({ value: 50, numerator: 173, denominator: 346 });
	});

	test('are provisional as soon as one of the twelve is', () => {
		expect(rollCells(cells, 100).map(({ isProvisional }) => isProvisional)).toEqual([
			false,
			false,
			true
		]);
	});

	test('are not made of medians, scores or positions at a month’s end', () => {
		expect(canRoll({ kind: 'proportion', derivation: 'turnaround' })).toBe(true);
		expect(canRoll({ kind: 'proportion', derivation: 'coverage' })).toBe(false);
		expect(canRoll({ kind: 'distribution', derivation: 'turnaround' })).toBe(false);
		expect(canRoll({ kind: 'index', derivation: 'entered' })).toBe(false);
	});
});
