import type { Context } from '#lib/core/context.ts';
import { monthFromIndex, type Month } from '#lib/core/period.ts';
import { pause } from '#lib/core/server/pause.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { PART_ROWS } from '#lib/spreadsheets/table.ts';
import * as imports from './import-repository.ts';
import type { EntryChange } from './judge-table.ts';

/** An entry as an import left it, and what it was before; null when there was none. */
export interface ImportedEntry extends Pick<
	ObservationEntry,
	'regionKey' | 'month' | 'kpiKey' | 'version'
> {
	readonly before: ObservationEntry | null;
}

/** Keeps what an import replaced, a thousand entries to a row of the table. */
export async function insertReplaced(
	{ db }: Pick<Context, 'db'>,
	importId: string,
	changes: readonly EntryChange[]
): Promise<void> {
	for (let from = 0; from < changes.length; from += PART_ROWS) {
		const part = changes.slice(from, from + PART_ROWS).map(({ entry, before }): ImportedEntry => {
			const { regionKey, month, kpiKey, version } = entry;
			return { regionKey, month, kpiKey, version, before };
		});
		await imports.insertPart(db, {
			importId,
			kind: 'replaced',
			number: from / PART_ROWS,
			content: JSON.stringify(part)
		});
	}
}

/** What {@link insertReplaced} kept. */
export async function listReplaced(
	{ db }: Pick<Context, 'db'>,
	importId: string
): Promise<ImportedEntry[]> {
	const parts = await imports.listParts(db, importId, 'replaced');
	return parts.flatMap((part) => JSON.parse(part) as ImportedEntry[]);
}

/** The months of the entries that an import has written, newest first. */
export async function importedMonths(
	{ db }: Pick<Context, 'db'>,
	importId: string
): Promise<Month[]> {
	const months = new Set<number>();
	for (const part of await imports.listParts(db, importId, 'replaced')) {
		for (const { month } of JSON.parse(part) as ImportedEntry[]) months.add(month);
		await pause();
	}
	return [...months].toSorted((a, b) => b - a).map(monthFromIndex);
}
