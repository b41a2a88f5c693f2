import * as v from 'valibot';
import { parseDecimal } from '#lib/core/decimal.ts';
import { RegionCode } from '#lib/http/query-values.ts';
import type { ImportedKey } from './context-variables.ts';

/** The columns of a file with context, by the names its header may have. */
const COLUMNS: Readonly<Record<'code' | ImportedKey, readonly string[]>> = {
	code: ['code', 'kode', 'region', 'kode_daerah', 'daerah'],
	population: ['population', 'population_total', 'penduduk', 'jumlah_penduduk'],
	density: ['density', 'density_per_km2', 'kepadatan', 'kepadatan_per_km2'],
	area: ['area', 'area_km2', 'luas', 'luas_km2', 'luas_wilayah']
};

/** One row of a file: the context of a region, null where the file says nothing. */
export interface ContextRow {
	readonly code: string;
	readonly values: Readonly<Record<ImportedKey, number | null>>;
}

export interface ContextProblem {
	/** As a spreadsheet counts, the header being row 1. */
	readonly row: number;
	readonly column: string;
	readonly text: string;
	readonly code: 'field.regionCode' | 'field.number' | 'field.repeated' | 'region.unknown';
}

export interface ContextFile {
	readonly rows: readonly ContextRow[];
	readonly problems: readonly ContextProblem[];
	/** The columns that were found, as the header writes them. */
	readonly used: readonly string[];
}

/**
 * Reads the context of regions out of a table: population, area in km² and density per km², where
 * a density that is not given follows from the other two. Rows for provinces (two digits) are
 * passed over. Numbers are written with a decimal comma or point.
 * @param records the cells of each row by the names of the header
 * @returns no rows and no used columns when there is no column with the codes
 */
export function readContextRows(
	records: readonly Readonly<Record<string, string | undefined>>[]
): ContextFile {
	const header = Object.keys(records[0] ?? {});
	const columnOf = (key: keyof typeof COLUMNS) =>
		header.find((name) => COLUMNS[key].includes(name.trim().toLowerCase().replaceAll(' ', '_')));
	const codeColumn = columnOf('code');
	if (codeColumn === undefined) return { rows: [], problems: [], used: [] };

	const problems: ContextProblem[] = [];
	const rows = new Map<string, ContextRow>();
	for (const [i, record] of records.entries()) {
		const row = i + 2;
		const text = (record[codeColumn] ?? '').trim();
		if (/^\d{2}$/.test(text)) continue;
		if (!v.is(RegionCode, text) || rows.has(text)) {
			const code = rows.has(text) ? 'field.repeated' : 'field.regionCode';
			problems.push({ row, column: codeColumn, text, code });
			continue;
		}
		const read = (key: ImportedKey) => {
			const column = columnOf(key);
			const cell = column === undefined ? '' : (record[column] ?? '').trim();
			if (cell === '') return null;
			const value = parseDecimal(cell);
			if (value !== null && value > 0) return value;
			problems.push({ row, column: column ?? '', text: cell, code: 'field.number' });
			return null;
		};
		const [population, area] = [read('population'), read('area')];
		const density =
			read('density') ?? (population !== null && area !== null ? population / area : null);
		rows.set(text, { code: text, values: { population, area, density } });
	}
	const used = (['population', 'area', 'density'] as const).flatMap((key) => columnOf(key) ?? []);
	return { rows: [...rows.values()], problems, used };
}
