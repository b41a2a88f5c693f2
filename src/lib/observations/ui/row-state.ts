import type { Finding } from '../entry-check.ts';
import { checkEntry, needsNote } from '../entry-checks.ts';
import { type ReadRow, readRow, type RowTexts } from '../grid-row.ts';
import type { GridRow } from '../server/month-grid.ts';
import type { EntryStatus } from '../workflow.ts';
import type { StoredRow } from './save-row.ts';

/** How a row stands, in the order in which one of several is told. */
export type RowState =
	'locked' | 'conflict' | 'invalid' | 'saving' | 'failed' | 'unsaved' | 'note' | 'saved' | 'empty';

/** What the server has confirmed of a row. */
export interface SavedRow {
	readonly version: number;
	readonly status: EntryStatus | null;
	/** ISO instant; null when nothing was stored yet. */
	readonly savedAt: string | null;
	readonly signature: string;
}

/** What a row's texts say, and what the checks find in them. */
export interface JudgedRow {
	readonly read: ReadRow;
	readonly findings: readonly Finding[];
}

/** What is known of a row beside its texts. */
export interface RowView extends JudgedRow {
	readonly state: RowState;
	readonly saved: SavedRow;
	readonly conflict: StoredRow | undefined;
	/** Why the server refused the row. */
	readonly refusal: string | undefined;
}

/**
 * Reads and checks a row as it is typed, by the list that the server runs too.
 * @param month the index of the month
 */
export function judgeRow(row: GridRow, month: number, texts: RowTexts): JudgedRow {
	const read = readRow(row.kpi, texts);
	const missingReason = read.presence === 'not_applicable' ? 'not_applicable' : null;
	const entry = { ...read.parts, missingReason };
	const { kpi, earlier, shareMin, expectedVolume } = row;
	const input = { kpi, month, entry, earlier, shareMin, expectedVolume };
	return { read, findings: row.isOpen ? checkEntry(input) : [] };
}

/** Whether a row cannot be saved as it is. */
export function isInvalid({ read, findings }: JudgedRow): boolean {
	return read.problems.length > 0 || findings.some(({ severity }) => severity === 'error');
}

/** What is going on with a row while it is saved. */
export interface RowProgress {
	readonly isSaving: boolean;
	readonly isFailed: boolean;
	/** Whether the server has confirmed what is typed. */
	readonly isSaved: boolean;
}

/** The one state that a row is told to be in. */
export function stateOf(
	row: GridRow,
	{ read, findings, saved, conflict, refusal }: Omit<RowView, 'state'>,
	{ isSaving, isFailed, isSaved }: RowProgress
): RowState {
	if (!row.isOpen) return 'locked';
	if (conflict) return 'conflict';
	if (isInvalid({ read, findings }) || refusal !== undefined) return 'invalid';
	if (isSaving) return 'saving';
	if (isFailed) return 'failed';
	if (!isSaved) return 'unsaved';
	if (needsNote(findings) && read.note === '') return 'note';
	return saved.savedAt === null ? 'empty' : 'saved';
}
