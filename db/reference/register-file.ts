import { parseCsv } from './csv.ts';
import { provinceFacts } from './province-facts.ts';
import { mendedName, regionName } from './region-names.ts';
import { type DistrictRow, regionKey, type RegionRow } from './regions.ts';

/** Why a line of a register file cannot be used. The header is line 1. */
export interface LineProblem {
	readonly line: number;
	readonly text: string;
}

export interface ReadFile<Row> {
	readonly rows: readonly Row[];
	readonly problems: readonly LineProblem[];
}

type Cells = Partial<Record<string, string>>;

/** Reads regencies and cities from CSV with the columns `code` (`36.71`) and `name` (`Kota Tangerang`). */
export function readRegions(text: string, provinces: ReadonlySet<string>): ReadFile<RegionRow> {
	return readLines(text, ['code', 'name'], ({ code = '', name = '' }) => {
		if (!/^\d{2}\.\d{2}$/.test(code)) return `"${code}" is not a code such as 36.71`;
		const provinceCode = code.slice(0, 2);
		if (!provinces.has(provinceCode)) return `there is no province ${provinceCode}`;
		if (!/^(Kabupaten|Kota) ./.test(name))
			return `"${name}" begins with neither Kabupaten nor Kota`;
		return {
			code,
			key: regionKey(code),
			provinceCode,
			timezone: provinceFacts(provinceCode).timezone,
			...regionName(code, name)
		};
	});
}

/** Reads districts from CSV with the columns `code` (`36.71.01`) and `name`. */
export function readDistricts(text: string, regions: ReadonlySet<string>): ReadFile<DistrictRow> {
	return readLines(text, ['code', 'name'], ({ code = '', name = '' }) => {
		if (!/^\d{2}\.\d{2}\.\d{2}$/.test(code)) return `"${code}" is not a code such as 36.71.01`;
		const regionCode = code.slice(0, 5);
		if (!regions.has(regionCode)) return `there is no region ${regionCode}: import it first`;
		if (name === '') return 'the name is missing';
		return { code, regionCode, name: mendedName(code, name) };
	});
}

function readLines<Row extends { readonly code: string }>(
	text: string,
	columns: readonly string[],
	read: (cells: Cells) => Row | string
): ReadFile<Row> {
	const lines = parseCsv(text.trim());
	const missing = columns.filter((column) => !(column in (lines[0] ?? {})));
	if (missing.length > 0) {
		return { rows: [], problems: [{ line: 1, text: `no column ${missing.join(', ')}` }] };
	}
	const rows = new Map<string, Row>();
	const problems: LineProblem[] = [];
	for (const [index, cells] of lines.entries()) {
		const trimmed = Object.fromEntries(
			Object.entries(cells).map(([name, cell]) => [name, cell?.trim()])
		);
		const row = read(trimmed);
		const problem =
			typeof row === 'string' ? row : rows.has(row.code) && `${row.code} stands there twice`;
		if (problem) problems.push({ line: index + 2, text: problem });
		else if (typeof row !== 'string') rows.set(row.code, row);
	}
	return { rows: [...rows.values()], problems };
}
