import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from '../decode-text.ts';
import { findDelimiter } from '../delimiter.ts';
import { tableBuilder } from '../table-builder.ts';
import { MAX_SHEET_ROWS, type TableLimits, type TableNote, type TableResult } from '../table.ts';

const MAX_RECORD_CHARACTERS = 200_000;

/** Reads a CSV file of any usual delimiter and encoding. */
export function readCsv(bytes: Uint8Array, limits: TableLimits): TableResult {
	const decoded = decodeText(bytes);
	if ('problem' in decoded) return { ok: false, problem: decoded.problem };
	const { delimiter, start } = findDelimiter(decoded.text);

	let records: string[][];
	try {
		records = parse(decoded.text.slice(start), {
			delimiter,
			relax_column_count: true,
			// A row too many tells that there are too many.
			to: MAX_SHEET_ROWS + 1,
			max_record_size: MAX_RECORD_CHARACTERS
		});
	} catch (error) {
		if (error instanceof CsvError) return { ok: false, problem: problemOf(error, limits) };
		throw error;
	}
	const table = tableBuilder(limits);
	for (const [i, cells] of records.entries()) {
		const problem = table.add(i + 1, cells);
		if (problem) return { ok: false, problem };
	}
	return table.finish('csv', decoded.notes);
}

function problemOf(error: CsvError, { maxCellLength }: TableLimits): TableNote {
	const line = typeof error.lines === 'number' ? error.lines : 1;
	return error.code === 'CSV_MAX_RECORD_SIZE'
		? { code: 'import.cellTooLong', values: { row: line, max: maxCellLength } }
		: { code: 'import.badQuotes', values: { row: line } };
}
