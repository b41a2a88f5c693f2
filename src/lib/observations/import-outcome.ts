import type { FieldProblem } from '#lib/core/errors.ts';
import type { ImportField } from './import-columns.ts';

/** What is wrong, or unusual, in one cell of a file. */
export interface ImportProblem extends Pick<FieldProblem, 'code' | 'values'> {
	/** As a spreadsheet numbers its rows. */
	readonly row: number;
	/** Null when it concerns the row as a whole. */
	readonly field: ImportField | null;
	/** The header of the column in the file; null when no column holds the field. */
	readonly header: string | null;
}

/** What a check of a file found. */
export interface ImportOutcome {
	/** Rows that would be written. */
	readonly accepted: number;
	/** Rows that say what is stored already. */
	readonly unchanged: number;
	readonly rejected: number;
	/** In the order of the rows, at most {@link MAX_LISTED}. */
	readonly problems: readonly ImportProblem[];
	readonly problemCount: number;
	/** What submitting will ask a note for, at most {@link MAX_LISTED}. */
	readonly warnings: readonly ImportProblem[];
	readonly warningCount: number;
}

export const MAX_LISTED = 2000;

/** The numbers of the rows about which something is told. */
export function rowsTold(problems: readonly Pick<ImportProblem, 'row'>[]): number {
	return new Set(problems.map(({ row }) => row)).size;
}
