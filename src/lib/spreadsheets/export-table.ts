import { csvLine } from '#lib/http/csv.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Cell } from './table.ts';
import type { Sheet } from './workbook.ts';

/** What is seen on a page, as rows to work on, with what one must know to use them. */
export interface ExportTable {
	/** Of the sheet and of the file, without its ending. */
	readonly name: string;
	readonly fileName: string;
	readonly columns: readonly string[];
	/** Numbers unrounded; what is missing is null. */
	readonly rows: readonly (readonly Cell[])[];
	/** What the figure of each row means, row by row: a CSV has no sheet to say it on. */
	readonly definitions: readonly string[];
	/** Definitions, units and the like, each with what it is. */
	readonly about: readonly (readonly [label: string, text: Cell])[];
	/** Further sheets of a workbook. */
	readonly more?: readonly Sheet[];
}

/** The formats of an export, by the ending of its address. */
export type ExportFormat = 'csv' | 'xlsx';

/** Where a table comes from and under what terms: in every row of a CSV, on a sheet of a workbook. */
export interface ExportSource {
	/** The address of the page. */
	readonly source: string;
	readonly licence: string;
}

/** Records made at a stretch: a few milliseconds of work. */
const RECORDS_AT_ONCE = 500;

/**
 * The rows as CSV, a few hundred at a time: one header, one record a line, and nothing that a
 * program would stumble over.
 */
export function* exportCsv(
	{ columns, rows, definitions }: ExportTable,
	{ source, licence }: ExportSource,
	t: Translate
): Generator<string, void> {
	yield csvHeader(columns, t);
	yield* csvRecords({ rows, definitions }, { source, licence });
}

/** The same of a table that comes in parts, of which the first has the columns of all. */
export async function* exportCsvParts(
	parts: AsyncIterable<ExportTable>,
	source: ExportSource,
	t: Translate
): AsyncGenerator<string, void> {
	let isFirst = true;
	for await (const part of parts) {
		if (isFirst) yield csvHeader(part.columns, t);
		isFirst = false;
		yield* csvRecords(part, source);
	}
}

function csvHeader(columns: ExportTable['columns'], t: Translate): string {
	return csvLine([...columns, t('export.definition'), t('export.source'), t('export.licence')]);
}

function* csvRecords(
	{ rows, definitions }: Pick<ExportTable, 'rows' | 'definitions'>,
	{ source, licence }: ExportSource
): Generator<string, void> {
	for (let from = 0; from < rows.length; from += RECORDS_AT_ONCE) {
		const some = rows.slice(from, from + RECORDS_AT_ONCE);
		yield some.map((row, i) => csvLine([...row, definitions[from + i], source, licence])).join('');
	}
}

/** The rows as sheets of a workbook: the figures, further tables, and what they mean. */
export function exportSheets(
	table: ExportTable,
	{ source, licence }: ExportSource,
	t: Translate
): Sheet[] {
	const about: Cell[][] = [
		...table.about.map(([label, text]) => [label, text]),
		[t('export.source'), source],
		[t('export.licence'), licence]
	];
	return [
		{ name: table.name, rows: [table.columns, ...table.rows] },
		...(table.more ?? []),
		{ name: t('export.about'), rows: [[t('export.about'), ''], ...about], widths: [28, 100] }
	];
}
