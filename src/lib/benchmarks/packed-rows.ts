/** Rows of one shape on their way to the page: the names of the columns once, then only values. */
export interface PackedRows<Row extends object> {
	readonly columns: readonly (keyof Row)[];
	readonly values: readonly (readonly Row[keyof Row][])[];
}

/** Packs rows for the page's data, where five hundred of them would repeat every name. */
export function packRows<Row extends object>(rows: readonly Row[]): PackedRows<Row> {
	const [first] = rows;
	const columns = first ? (Object.keys(first) as (keyof Row)[]) : [];
	return { columns, values: rows.map((row) => columns.map((column) => row[column])) };
}

/** The inverse of {@link packRows}. */
export function unpackRows<Row extends object>({ columns, values }: PackedRows<Row>): Row[] {
	return values.map(
		(cells) => Object.fromEntries(columns.map((column, i) => [column, cells[i]])) as Row
	);
}
