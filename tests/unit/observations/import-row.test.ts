import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { importFields } from '#lib/observations/import-columns.ts';
import { rowReader } from '#lib/observations/import-row.ts';
import { ObservationRow } from '#lib/observations/schema.ts';
import type { Cell, TableRow } from '#lib/spreadsheets/table.ts';

const at = (field: (typeof importFields)[number]) => importFields.indexOf(field);
const rowWith = (cells: Partial<Record<(typeof importFields)[number], Cell>>): TableRow => [
	2,
	...importFields.map((field) => cells[field] ?? null)
];
const key = { kpi: 'ADM-TAT-KTP', region: '36.71', period: '2026-10' };

describe('the rows of a file', () => {
	const numbers = fc.oneof(
		fc.constantFrom('', ' ', '12', '12,5', '1.234', '-1', 'dua', '1e3', '600000', '#REF!'),
		fc.nat({ max: 700_000 }),
		// A cell that was read before is found again by its value, to which -0 is 0.
		fc.double({ min: -5, max: 5000, noNaN: true }).map((number) => number + 0)
	);
	const cells = fc.record({
		kpi: fc.constantFrom('ADM-TAT-KTP', 'X', '=1+1'),
		region: fc.constantFrom('36.71', '99.99', 'Tangerang'),
		period: fc.constantFrom('2026-10', '2026-13'),
		numerator: numbers,
		bucket_1: numbers,
		bucket_3: numbers,
		received: numbers,
		p90_hours: numbers,
		note: fc.string({ maxLength: 20 }).map((text) => `a${text}`)
	});

	test('are read with the very rules of an API row, however often a cell is repeated', () => {
		const read = rowReader(importFields, '');
		fc.assert(
			fc.property(cells, ({ bucket_1, bucket_3, ...rest }) => {
				const blank = (cell: Cell) =>
					typeof cell === 'string' && cell.trim() === '' ? null : cell;
				const buckets = [blank(bucket_1), null, blank(bucket_3), null, null];
				const asked = v.safeParse(ObservationRow, {
					...rest,
					buckets: buckets.every((one) => one === null) ? null : buckets
				});
				const found = read(rowWith({ ...rest, bucket_1, bucket_3 }));
				if (asked.success) expect(found).toEqual({ input: asked.output });
				else {
					expect('problems' in found && found.problems).toEqual(
						expect.arrayContaining(
							asked.issues.map((issue) => ({ path: v.getDotPath(issue), code: issue.message }))
						)
					);
				}
			})
		);
	});

	test('say that a needed cell is empty, and take the region of the importer where none is named', () => {
		const read = rowReader(importFields, '36.03');
		expect(read(rowWith({ kpi: 'ADM-TAT-KTP' }))).toEqual({
			problems: [{ path: 'period', code: 'field.required' }]
		});
		expect(read(rowWith({ ...key, region: null }))).toMatchObject({ input: { region: '36.03' } });
	});

	test('are not mixed up where two columns hold the same cell', () => {
		const read = rowReader(importFields, '');
		const row = rowWith({ ...key, received: '12,5', p90_hours: '12,5' });
		expect(read(row)).toEqual({ problems: [{ path: 'received', code: 'field.count' }] });
		expect(at('received')).not.toBe(at('p90_hours'));
	});
});
