import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { roleIn } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { monthIndex } from '#lib/core/period.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { statusAfter } from '../workflow.ts';
import {
	chooseEntries,
	type Chosen,
	type StepInput,
	type StepResult,
	stepResult
} from './choose-entries.ts';
import { bumpDataVersion } from './data-version.ts';
import * as entries from './repository.ts';
import { isTyped, requireReviewer } from './scope.ts';
import { writeFactsOf } from './write-facts.ts';

/**
 * Publishes entries: the facts that follow from them, the totals over the region's services, the
 * benchmarks of both and the version of the data, all or nothing. What was submitted and not yet
 * verified is published provisionally. A fact that was published with other numbers is kept as a
 * revision, for which the entry must give the reason.
 */
export async function publishEntries(ctx: Context, input: StepInput): Promise<StepResult> {
	return inTransaction(ctx, async (ctx) => {
		const actor = requireReviewer(ctx, input.region);
		await bumpDataVersion(ctx); // first: it lets one publication wait for the other
		const typed = (await listKpis(ctx)).filter(isTyped);
		const { region, chosen } = await chooseEntries(ctx, input, 'publish', typed);
		const publishedAt = ctx.now().toISOString();
		for (const { entry } of chosen) await markPublished(ctx, entry, publishedAt);
		await writeFactsOf(ctx, chosen, {
			regionKey: region.key,
			month: monthIndex(input.month),
			publishedAt,
			role: roleIn(actor, input.region) ?? ''
		});
		return stepResult(input, chosen);
	});
}

async function markPublished(
	ctx: Context,
	entry: Chosen['entry'],
	publishedAt: string
): Promise<void> {
	const isWritten = await entries.update(ctx.db, entry, {
		status: statusAfter('publish'),
		publishedAt,
		updatedAt: publishedAt,
		changeReason: null,
		publishedCounts: null
	});
	if (!isWritten) throw new DomainError('stale_version');
}
