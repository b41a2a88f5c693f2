import * as v from 'valibot';
import type { FieldProblem } from '#lib/core/errors.ts';
import type { Cell, TableRow } from '#lib/spreadsheets/table.ts';
import { type ColumnMapping, type ImportField, isImportField } from './import-columns.ts';
import { readKpiCell, readMonthCell, readRegionCell } from './import-values.ts';
import { Count } from './number-input.ts';
import { ObservationRow, type ObservationRowInput } from './schema.ts';

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

/** A row as the API takes it, or why it cannot be one. */
export type ReadRow =
	{ readonly input: ObservationRowInput } | { readonly problems: readonly FieldProblem[] };

type Fields = typeof ObservationRow.entries;
type FieldReading = { readonly value: unknown } | { readonly code: string };

/**
 * Reads the rows of a file with the fields of {@link ObservationRow}, in the schema's order. Few
 * cells of a column differ, so each is read once: a file repeats its codes, months and counts.
 * @param region for rows that name none
 */
export function rowReader(mapping: ColumnMapping, region: string): (row: TableRow) => ReadRow {
	const columns = (Object.keys(ObservationRow.entries) as (keyof Fields)[])
		.filter((field) => field !== 'buckets' && field !== 'version')
		.map((field) => ({
			field,
			at: mapping.indexOf(field) + 1, // the row's number comes first; 0 without a column
			read: readingOnce((cell) => readField(field, cell, region))
		}));
	const bucketsAt = BUCKETS.map((field) => mapping.indexOf(field) + 1);
	const readBucket = readingOnce((cell) => readWith(Count, numberOf(cell)));

	return (row) => {
		const input: Record<string, unknown> = {};
		const problems: FieldProblem[] = [];
		for (const { field, at, read } of columns) {
			const result = read(at === 0 ? null : (row[at] ?? null));
			if ('value' in result) input[field] = result.value;
			else problems.push({ path: field, code: result.code });
		}
		const buckets = bucketsAt.map((at) => readBucket(at === 0 ? null : (row[at] ?? null)));
		input.buckets = bucketsOf(buckets, problems);
		return problems.length > 0 ? { problems } : { input: input as ObservationRowInput };
	};
}

/** Null where all five are empty. */
function bucketsOf(buckets: readonly FieldReading[], problems: FieldProblem[]): unknown {
	const counts = buckets.map((bucket, i) => {
		if ('value' in bucket) return bucket.value;
		problems.push({ path: `buckets.${String(i)}`, code: bucket.code });
		return null;
	});
	return counts.every((count) => count === null) ? null : counts;
}

function readField(field: keyof Fields, cell: Cell, region: string): FieldReading {
	const read = (READERS[field as ImportField] ?? numberOf)(cell);
	const value = field === 'region' && (read === null || read === '') ? region : read;
	const result = readWith(ObservationRow.entries[field], value ?? undefined);
	// Of what is empty the schema says what it should look like: that it is missing says more.
	return 'code' in result && (value ?? '') === '' ? { code: 'field.required' } : result;
}

function readWith(schema: v.GenericSchema, value: unknown): FieldReading {
	const result = v.safeParse(schema, value);
	return result.success ? { value: result.output } : { code: result.issues[0].message };
}

/** How many different cells of a column are kept: beyond these, a column does not repeat itself. */
const KEPT = 20_000;

function readingOnce(read: (cell: Cell) => FieldReading): (cell: Cell) => FieldReading {
	const kept = new Map<Cell, FieldReading>();
	return (cell) => {
		const known = kept.get(cell);
		if (known) return known;
		const result = read(cell);
		if (kept.size < KEPT) kept.set(cell, result);
		return result;
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
