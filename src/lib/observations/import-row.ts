import type { Cell, TableRow } from '#lib/spreadsheets/table.ts';
import { type ColumnMapping, type ImportField, isImportField } from './import-columns.ts';
import { readKpiCell, readMonthCell, readRegionCell } from './import-values.ts';

const BUCKETS = ['bucket_1', 'bucket_2', 'bucket_3', 'bucket_4', 'bucket_5'] as const;
/** An export guards texts that begin like a formula with an apostrophe. */
const GUARDED = /^'(?=[=+\-@\t\r＝＋－＠])/;

/** How cells are read that are not numbers. */
const READERS: Partial<Record<ImportField, (cell: Cell) => unknown>> = {
	kpi: readKpiCell,
	period: readMonthCell,
	region: readRegionCell,
	note: textOf,
	reason: textOf
};

/**
 * Makes rows of `PUT /observations` of the rows of a file, to be read with {@link ObservationRow}.
 * @param region for rows that name none
 */
export function rowReader(
	mapping: ColumnMapping,
	region: string
): (row: TableRow) => Record<string, unknown> {
	const plain: { field: ImportField; at: number; read: (cell: Cell) => unknown }[] = [];
	const bucketsAt: (number | null)[] = BUCKETS.map(() => null);
	for (const [i, field] of mapping.entries()) {
		if (field === null) continue;
		const at = i + 1; // the row's number comes first
		if (field.startsWith('bucket_')) bucketsAt[Number(field.slice(-1)) - 1] = at;
		else plain.push({ field, at, read: READERS[field] ?? numberOf });
	}
	const hasBuckets = bucketsAt.some((at) => at !== null);
	return (row) => {
		const made: Record<string, unknown> = { region };
		for (const { field, at, read } of plain) {
			const value = read(row[at] ?? null);
			if (value !== null && (field !== 'region' || value !== '')) made[field] = value;
		}
		if (hasBuckets) {
			const buckets = bucketsAt.map((at) => (at === null ? null : numberOf(row[at] ?? null)));
			if (buckets.some((cell) => cell !== null)) made.buckets = buckets;
		}
		return made;
	};
}

/** The field that a problem of a row's path stands in: `buckets.2` is the third bucket's column. */
export function fieldOfPath(path: string): ImportField | null {
	const bucket = /^buckets\.(\d)$/.exec(path)?.[1] ?? /^bucket(\d)$/.exec(path)?.[1];
	if (bucket !== undefined) {
		return BUCKETS[Number(bucket) - (path.includes('.') ? 0 : 1)] ?? null;
	}
	if (path === 'buckets' || path === 'completed') return 'bucket_1';
	if (path === 'medianHours') return 'median_hours';
	if (path === 'p90Hours') return 'p90_hours';
	return isImportField(path) ? path : null;
}

function numberOf(cell: Cell): Cell {
	return typeof cell === 'string' && cell.trim() === '' ? null : cell;
}

function textOf(cell: Cell): string | null {
	return cell === null ? null : String(cell).replace(GUARDED, '');
}
