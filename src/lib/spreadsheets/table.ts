/** A cell as the file has it: a number only where the file itself says that it is one. */
export type Cell = string | number | null;

/** A row's number as a spreadsheet shows it, then its cells in the order of the headers. */
export type TableRow = readonly [number: number, ...cells: Cell[]];

/** Something about a file that its owner should know, as a message key. */
export interface TableNote {
	readonly code: string;
	readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * The first sheet of a file. Rows travel and are kept as JSON texts of up to {@link PART_ROWS}
 * rows each: texts are cheap to copy between threads and can be taken up one after the other.
 */
export interface Table {
	readonly format: 'csv' | 'xlsx';
	readonly headers: readonly string[];
	/** Each the JSON of `TableRow[]`; rows without content are left out. */
	readonly parts: readonly string[];
	readonly rowCount: number;
	readonly notes: readonly TableNote[];
}

/** A file that was read, or why it was not: what is wrong with it, as a message key. */
export type TableResult =
	| { readonly ok: true; readonly table: Table }
	| { readonly ok: false; readonly problem: TableNote };

export const PART_ROWS = 1000;
/** What a file may have: rows with content, rows at all. */
export const MAX_DATA_ROWS = 50_000;
export const MAX_SHEET_ROWS = 100_000;

/** What differs by what a table is about: rows of figures are narrow, texts are long. */
export interface TableLimits {
	readonly maxColumns: number;
	/** In characters. */
	readonly maxCellLength: number;
}
export const FIGURE_LIMITS: TableLimits = { maxColumns: 60, maxCellLength: 2000 };

/** The rows of a part. */
export function rowsOfPart(part: string): TableRow[] {
	return JSON.parse(part) as TableRow[]; // written by the table builder alone
}
