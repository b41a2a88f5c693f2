import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

import { exportCsv, exportSheets, type ExportTable } from '#lib/spreadsheets/export-table.ts';
import { readTable } from '#lib/spreadsheets/server/table-tasks.ts';
import { writeWorkbook } from '#lib/spreadsheets/server/workbook-tasks.ts';
import { rowsOfPart } from '#lib/spreadsheets/table.ts';
import { textsFor } from '#tests/support/texts.ts';

const { t } = textsFor('id');
const source = { source: 'https://contoh.test/kpis/X?month=2026-10', licence: 'CC BY 4.0' };
const table: ExportTable = {
	name: 'Peringkat',
	fileName: 'contoh',
	columns: ['Kode daerah', 'Daerah', 'Nilai', 'Keterangan'],
	rows: [
		['36.70', '=HYPERLINK("http://x")', 87.25, 'Data contoh'],
		['36.71', 'Kota; "Satu", dua', null, '@cmd']
	],
	definitions: ['Selesai dalam 24 jam', '=1+1'],
	about: [['Definisi', '+1']]
};

describe('what is seen, as a file', () => {
	test('is a CSV of one header and one record a line, with source and licence in each', () => {
		const [header, ...records] = parse([...exportCsv(table, source, t)].join(''));
		const about = [t('export.definition'), t('export.source'), t('export.licence')];
		expect(header).toEqual([...table.columns, ...about]);
		const from = [source.source, 'CC BY 4.0'];
		expect(records).toEqual([
			['36.70', `'=HYPERLINK("http://x")`, '87.25', 'Data contoh', 'Selesai dalam 24 jam', ...from],
			['36.71', 'Kota; "Satu", dua', '', `'@cmd`, `'=1+1`, ...from]
		]);
	});

	test('comes in slices of a few hundred records, each with the meaning of its own figures', () => {
		const many = Array.from({ length: 1201 }, (_, i) => i);
		const parts = [
			...exportCsv(
				{
					...table,
					rows: many.map((i) => ['36.71', 'Kota', i, null]),
					definitions: many.map((i) => `Arti ${String(i)}`)
				},
				source,
				t
			)
		];
		expect(parts.map((part) => part.trimEnd().split('\r\n').length)).toEqual([1, 500, 500, 201]);
		expect(parts.at(-1)).toContain(',1200,,Arti 1200,');
	});

	test('is a workbook whose texts are no formulas, and which reads back as it was', async () => {
		const bytes = await writeWorkbook({ sheets: exportSheets(table, source, t) });
		const result = await readTable({ bytes });
		if (!result.ok) throw new Error(result.problem.code);
		expect(result.table.headers).toEqual(table.columns);
		expect(result.table.parts.flatMap(rowsOfPart)).toEqual(
			table.rows.map((row, i) => [i + 2, ...row])
		);
	});

	test('says on a sheet of its own what the figures mean and under what licence they are', () => {
		const about = exportSheets(table, source, t).at(-1);
		expect(about?.rows).toEqual(
			expect.arrayContaining([
				['Definisi', '+1'],
				[t('export.source'), source.source],
				[t('export.licence'), 'CC BY 4.0']
			])
		);
	});
});
