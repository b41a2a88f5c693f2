import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { pause } from '#lib/core/server/pause.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { removeAll, upsertAll } from './bulk-repository.ts';
import { requireImport } from './import-access.ts';
import * as imports from './import-repository.ts';
import { listReplaced, type ImportedEntry } from './imported-entries.ts';
import * as entries from './repository.ts';

/** What undoing did: entries changed after the import keep what people made of them. */
export interface UndoResult {
	readonly restored: number;
	readonly kept: number;
}

/**
 * Takes an import back: entries it made disappear, others get back what they were. Refused as
 * `conflict` once anything of it has been published.
 */
export async function undoImport(ctx: Context, { id }: { id: string }): Promise<UndoResult> {
	const found = await requireImport(ctx, id);
	if (found.state !== 'applied') {
		throw new DomainError('illegal_transition', { message: 'import.notApplied' });
	}
	const replaced = await listReplaced(ctx, id);
	return inTransaction(ctx, async (ctx) => {
		const isOurs = await imports.update(ctx.db, id, 'applied', {
			state: 'undone',
			undoneAt: ctx.now().toISOString()
		});
		if (!isOurs) throw new DomainError('illegal_transition', { message: 'import.notApplied' });
		const current = await currentEntries(ctx, replaced);
		const isPublished = replaced.some((one) => {
			const { version = 0, publishedAt = null } = current.get(keyOf(one)) ?? {};
			const isLater = publishedAt !== null && publishedAt >= (found.appliedAt ?? '');
			return isLater && version > one.version;
		});
		if (isPublished) throw new DomainError('conflict', { message: 'import.published' });

		const untouched = replaced.filter((one) => current.get(keyOf(one))?.version === one.version);
		const restored = await restore(ctx, untouched);
		await imports.removeParts(ctx.db, id, 'replaced');
		return { restored, kept: replaced.length - restored };
	});
}

async function restore(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	untouched: readonly ImportedEntry[]
): Promise<number> {
	const made = untouched.filter(({ before }) => before === null);
	// Versions only ever grow, so that whoever has the imported one open is told of the change.
	const changed = untouched.flatMap(({ before, version }) =>
		before ? [{ ...before, version: version + 1, updatedAt: now().toISOString() }] : []
	);
	return (await removeAll(db, made, pause)) + (await upsertAll(db, changed, pause));
}

async function currentEntries(
	{ db }: Pick<Context, 'db'>,
	replaced: readonly ImportedEntry[]
): Promise<Map<string, ObservationEntry>> {
	const [first] = replaced;
	if (!first) return new Map();
	const months = replaced.map(({ month }) => month);
	const found = await entries.listOfRegions(
		db,
		[...new Set(replaced.map(({ regionKey }) => regionKey))],
		{ from: months.reduce((a, b) => Math.min(a, b)), to: months.reduce((a, b) => Math.max(a, b)) }
	);
	return new Map(found.map((entry) => [keyOf(entry), entry]));
}

function keyOf({
	regionKey,
	month,
	kpiKey
}: Pick<ImportedEntry, 'regionKey' | 'month' | 'kpiKey'>): string {
	return `${String(regionKey)} ${String(month)} ${String(kpiKey)}`;
}
