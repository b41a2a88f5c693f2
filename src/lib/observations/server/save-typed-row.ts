import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { readRow, type RowTexts } from '../grid-row.ts';
import { type EntryCell, saveEntry, type SavedEntry } from './save-entry.ts';
import { requireKpi } from './scope.ts';

/** Saves one row of the month as it was typed. Its texts are read by the kind of its KPI. */
export async function saveTypedRow(
	ctx: Context,
	{ region, month, kpi, version, texts }: EntryCell & { version: number; texts: RowTexts }
): Promise<SavedEntry> {
	const read = readRow(await requireKpi(ctx, region, kpi), texts);
	if (read.problems.length > 0) throw new DomainError('invalid', { fields: read.problems });
	const { parts, presence, note } = read;
	const cell = { region, month, kpi };
	return saveEntry(ctx, { ...cell, ...parts, presence, note, version, reason: '', intent: 'save' });
}
