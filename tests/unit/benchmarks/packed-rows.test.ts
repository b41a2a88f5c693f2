import { expect, test } from 'vitest';
import { packRows, unpackRows } from '#lib/benchmarks/packed-rows.ts';

test('packed rows come out as they went in', () => {
	const rows = [
		{ code: '36.71', value: 92.8, rank: null, flags: ['sample'] },
		{ code: '36.03', value: null, rank: 2, flags: [] }
	];
	expect(packRows(rows).values[0]).toEqual(['36.71', 92.8, null, ['sample']]);
	expect(unpackRows(packRows(rows))).toEqual(rows);
	expect(unpackRows(packRows([]))).toEqual([]);
});
