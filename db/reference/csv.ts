/**
 * The rows of a CSV file (RFC 4180) by the names of its header. A cell may be quoted and then hold
 * commas, line breaks and doubled quotes. Missing cells are absent.
 */
export function parseCsv(text: string): Partial<Record<string, string>>[] {
	const [header = [], ...rows] = parseCells(text.replace(/^\uFEFF/, ''));
	return rows.map((cells) =>
		Object.fromEntries(header.slice(0, cells.length).map((name, i) => [name, cells[i] ?? '']))
	);
}

const CELL = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy;

function parseCells(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	for (const [whole, quoted, plain = '', end] of text.matchAll(CELL)) {
		if (whole === '' && row.length === 0) break; // the end of a file that ends with a line break
		row.push(quoted?.replaceAll('""', '"') ?? plain);
		if (end === ',') continue;
		rows.push(row);
		row = [];
		if (end === '') break;
	}
	return rows;
}
