import type { CsvCell } from './csv.ts';

/** A member of an API row as a cell of CSV: lists and objects stay JSON. */
export function cellOf(value: unknown): CsvCell {
	if (value === null || value === undefined) return null;
	if (typeof value === 'number' || typeof value === 'string') return value;
	if (typeof value === 'boolean') return value ? 'true' : 'false';
	return JSON.stringify(value);
}
