import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { readTable } from '#lib/spreadsheets/server/read-table.ts';
import type { TableNote } from '#lib/spreadsheets/table.ts';
import { guessMapping, mappingProblems } from '../import-columns.ts';
import type { ImportOutcome } from '../import-outcome.ts';
import { writeChanges } from './apply-import.ts';
import * as imports from './import-repository.ts';
import { judgeTable } from './judge-table.ts';

interface FileInput {
	readonly bytes: Uint8Array;
	readonly fileName: string;
	/** Check everything and write nothing. */
	readonly isDryRun: boolean;
	/** Take the good rows although others are rejected. */
	readonly isPartial: boolean;
}

export interface FileResult {
	/** The import, which can be undone by it; null when nothing was written. */
	readonly id: string | null;
	readonly outcome: ImportOutcome;
	readonly notes: readonly TableNote[];
}

/**
 * Imports a file in one go, as the command line does: the same checks as on the page, about every
 * region that the actor enters for. Columns are known by their headers alone; `invalid` when the
 * file cannot be read or lacks a needed column.
 */
export async function importFile(
	ctx: Context,
	{ bytes, fileName, isDryRun, isPartial }: FileInput
): Promise<FileResult> {
	const actor = requireActor(ctx.actor);
	const { headers, parts, format, rowCount, notes } = await readTable(bytes);
	const mapping = guessMapping(headers);
	const { missing } = mappingProblems(mapping);
	if (missing.length > 0) {
		throw new DomainError('invalid', {
			message: 'import.missingColumns',
			values: { columns: missing.join(', ') }
		});
	}
	const { outcome, changes } = await judgeTable(ctx, { headers, parts, mapping, region: '' });
	const isRefused = outcome.rejected > 0 && !isPartial;
	if (isDryRun || isRefused || changes.length === 0) return { id: null, outcome, notes };

	const id = newId();
	const now = ctx.now().toISOString();
	await inTransaction(ctx, async (ctx) => {
		await imports.insert(ctx.db, {
			id,
			regionCode: null,
			agencyId: null,
			accountId: null,
			accountName: actor.name,
			fileName,
			format,
			state: 'applied',
			rowCount,
			headers: JSON.stringify(headers),
			mapping: JSON.stringify(mapping),
			notes: JSON.stringify(notes),
			outcome: JSON.stringify(outcome),
			accepted: changes.length,
			createdAt: now,
			appliedAt: now,
			undoneAt: null
		});
		await writeChanges(ctx, id, changes);
	});
	return { id, outcome, notes };
}
