import { authorize, can, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { statusAfter } from '../workflow.ts';
import { chooseEntries } from './choose-entries.ts';
import { keepPublished } from './published-counts.ts';
import * as entries from './repository.ts';
import type { SavedEntry, EntryCell } from './save-entry.ts';
import { enterableKpis, isTyped } from './scope.ts';

/**
 * Opens a published entry again, for its agency or the region's officers. It says why beforehand:
 * the reason stands in the public list of revisions once the change is published. What is
 * published stays so until then. `illegal_transition` unless the entry is published.
 */
export async function unlockEntry(
	ctx: Context,
	{
		region: regionCode,
		month,
		kpi,
		version,
		reason
	}: EntryCell & { version: number; reason: string }
): Promise<SavedEntry> {
	return inTransaction(ctx, async (ctx) => {
		const actor = requireActor(ctx.actor);
		const isReviewer = can(actor, { do: 'observation.review', regionCode });
		const allowed = isReviewer
			? (await listKpis(ctx)).filter(isTyped)
			: await enterableKpis(ctx, actor, regionCode);
		if (allowed.length === 0) authorize(actor, { do: 'observation.review', regionCode });
		const { chosen } = await chooseEntries(
			ctx,
			{ region: regionCode, month, kpis: [kpi], versions: { [kpi]: version } },
			'unlock',
			allowed
		);
		const [first] = chosen;
		if (!first) throw new DomainError('not_found');
		const savedAt = ctx.now().toISOString();
		const isWritten = await entries.update(ctx.db, first.entry, {
			status: statusAfter('unlock'),
			changeReason: reason,
			publishedCounts: keepPublished(first.entry),
			submittedAt: null,
			verifiedAt: null,
			updatedAt: savedAt
		});
		if (!isWritten) throw new DomainError('stale_version');
		return { status: statusAfter('unlock'), version: version + 1, savedAt };
	});
}
