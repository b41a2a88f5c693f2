import {
	MAX_DATA_ROWS,
	MAX_SHEET_ROWS,
	PART_ROWS,
	type Cell,
	type Table,
	type TableLimits,
	type TableNote,
	type TableResult
} from './table.ts';

/** Takes rows one after the other; the first one with content holds the headers. */
export interface TableBuilder {
	/** @returns what is wrong with the table so far: then stop reading. */
	add: (number: number, cells: readonly Cell[]) => TableNote | null;
	finish: (format: Table['format'], notes: readonly TableNote[]) => TableResult;
}

/** Collects a table within its limits, row by row, so that no more of a file is read than needed. */
export function tableBuilder({ maxColumns, maxCellLength }: TableLimits): TableBuilder {
	let headers: string[] | null = null;
	const parts: string[] = [];
	let rows: unknown[] = [];
	let rowCount = 0;

	const cellTooLong = (row: number): TableNote => ({
		code: 'import.cellTooLong',
		values: { row, max: maxCellLength }
	});

	function readHeaders(cells: readonly Cell[]): TableNote | null {
		const names = cells.map((cell) => (cell === null ? '' : String(cell).trim()));
		while (names.at(-1) === '') names.pop();
		if (names.length > maxColumns) {
			return { code: 'import.tooManyColumns', values: { max: maxColumns } };
		}
		const tooLong = names.find((name) => name.length > maxCellLength);
		if (tooLong !== undefined) return cellTooLong(1);
		headers = names;
		return null;
	}

	return {
		add: (number, cells) => {
			if (number > MAX_SHEET_ROWS) {
				return { code: 'import.tooManySheetRows', values: { max: MAX_SHEET_ROWS } };
			}
			if (
				cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''))
			) {
				return null;
			}
			if (!headers) return readHeaders(cells);
			if (cells.some((cell) => typeof cell === 'string' && cell.length > maxCellLength)) {
				return cellTooLong(number);
			}
			rowCount += 1;
			if (rowCount > MAX_DATA_ROWS) {
				return { code: 'import.tooManyRows', values: { max: MAX_DATA_ROWS } };
			}
			rows.push([number, ...headers.map((_, i) => cells[i] ?? null)]);
			if (rows.length === PART_ROWS) {
				parts.push(JSON.stringify(rows));
				rows = [];
			}
			return null;
		},
		finish: (format, notes) => {
			if (!headers) return { ok: false, problem: { code: 'import.empty' } };
			if (rowCount === 0) return { ok: false, problem: { code: 'import.onlyHeaders' } };
			if (rows.length > 0) parts.push(JSON.stringify(rows));
			return { ok: true, table: { format, headers, parts, rowCount, notes } };
		}
	};
}
