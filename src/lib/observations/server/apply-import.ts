import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { pause } from '#lib/core/server/pause.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { ColumnMapping } from '../import-columns.ts';
import { upsertAll } from './bulk-repository.ts';
import { requirePreview } from './import-access.ts';
import * as imports from './import-repository.ts';
import { insertReplaced } from './imported-entries.ts';
import { judgeTable, type EntryChange } from './judge-table.ts';

export interface ApplyInput {
	readonly id: string;
	/** Take the good rows although others are rejected. */
	readonly isPartial: boolean;
	readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the rows of an import as drafts, after one more check: all of them, or the good ones when
 * partial. With a rejected row, or nothing to write, it is `invalid`; when somebody changed one of
 * the entries meanwhile, `stale_version`. What was replaced is kept, so that it can be undone.
 * @returns how many entries were written
 */
export async function applyImport(
	ctx: Context,
	{ id, isPartial, signal }: ApplyInput
): Promise<number> {
	const found = await requirePreview(ctx, id);
	const { outcome, changes } = await judgeTable(ctx, {
		headers: JSON.parse(found.headers) as string[], // written by startImport, as the mapping
		mapping: JSON.parse(found.mapping) as ColumnMapping,
		parts: await imports.listParts(ctx.db, id, 'rows'),
		region: found.regionCode ?? '',
		signal
	});
	const kept = { outcome: JSON.stringify(outcome) };
	if (outcome.rejected > 0 && !isPartial) {
		await imports.update(ctx.db, id, 'preview', kept);
		throw new DomainError('invalid', {
			message: 'import.hasErrors',
			values: { count: outcome.rejected }
		});
	}
	if (changes.length === 0) throw new DomainError('invalid', { message: 'import.nothingToWrite' });

	await inTransaction(ctx, async (ctx) => {
		const isOurs = await imports.update(ctx.db, id, 'preview', {
			...kept,
			state: 'applied',
			accepted: changes.length,
			appliedAt: ctx.now().toISOString()
		});
		if (!isOurs) throw new DomainError('illegal_transition', { message: 'import.isOver' });
		await writeChanges(ctx, id, changes, signal);
		await imports.removeParts(ctx.db, id, 'rows');
	});
	return changes.length;
}

/** Writes entries within a transaction, and beside them what each replaced. */
export async function writeChanges(
	ctx: Context,
	importId: string,
	changes: readonly EntryChange[],
	signal?: AbortSignal
): Promise<void> {
	const turn = async () => {
		await pause();
		if (signal?.aborted) throw new DomainError('invalid', { message: 'import.cancelled' });
	};
	const entries = changes.map(({ entry }) => entry);
	const written = await upsertAll(ctx.db, entries, turn);
	if (written !== entries.length) throw new DomainError('stale_version');
	await insertReplaced(ctx, importId, changes);
}
