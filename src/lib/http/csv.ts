/** A spreadsheet runs a cell that starts with one of these; an apostrophe makes it text. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

export type CsvCell = string | number | null | undefined;

/** Rows as CSV (RFC 4180) with a header, guarded against formulas. Missing values are empty. */
export function toCsv(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
	return csvLine(columns) + rows.map(csvLine).join('');
}

/** One record of such a file with its line end. */
export function csvLine(row: readonly CsvCell[]): string {
	return row.map(cell).join(',') + '\r\n';
}

function cell(value: CsvCell): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return String(value);
	const text = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
