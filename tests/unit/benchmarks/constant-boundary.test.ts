import { expect, test } from 'vitest';
import { addUpCells, canAddUp } from '#lib/benchmarks/constant-boundary.ts';
import type { SeriesCell } from '#lib/benchmarks/series.ts';

function cell(numerator: number | null, denominator: number | null): SeriesCell {
	const value =
		numerator === null ? null : denominator ? (100 * numerator) / denominator : numerator;
	return {
		month: '2026-10',
		value,
		numerator,
		denominator,
		missing: value === null ? 'late' : null,
		isProvisional: false,
		isSample: false
	};
}

test('parent and children together are sum over sum, not the mean of their shares', () => {
	expect(addUpCells([cell(90, 100), cell(150, 300)], 100)).toMatchObject({
		value: 60,
		numerator: 240,
		denominator: 400
	});
});

test('a part that is missing leaves no sum, and says why', () => {
	expect(addUpCells([cell(90, 100), cell(null, null)], 100)).toMatchObject({
		value: null,
		missing: 'late'
	});
});

test('counts are added, and what is provisional or invented in a part is so in the whole', () => {
	const parts = [cell(5, null), { ...cell(7, null), isProvisional: true, isSample: true }];
	expect(addUpCells(parts, 1)).toMatchObject({
		value: 12,
		denominator: null,
		isProvisional: true,
		isSample: true
	});
});

test('medians and scores are not added up', () => {
	expect(
		['proportion', 'mean', 'count', 'distribution', 'index'].filter((kind) =>
			canAddUp({ kind: kind as 'mean' })
		)
	).toEqual(['proportion', 'mean', 'count']);
});
