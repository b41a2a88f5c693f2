import { refreshBenchmarks } from '#lib/benchmarks/server/refresh.ts';
import { listKpis, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import { roleIn } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
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
import * as facts from './facts-repository.ts';
import { factsOfEntries, totalFacts } from './make-facts.ts';
import * as entries from './repository.ts';
import { compareFact, type MadeFact, replacedRow } from './revise.ts';
import { isTyped, requireReviewer } from './scope.ts';

/**
 * Publishes verified entries: the facts that follow from them, the totals over the region's
 * services, the benchmarks of both and the version of the data, all or nothing. A fact that was
 * published with other numbers is kept as a revision, for which the entry must give the reason.
 */
export async function publishEntries(ctx: Context, input: StepInput): Promise<StepResult> {
	return inTransaction(ctx, async (ctx) => {
		const actor = requireReviewer(ctx, input.region);
		await bumpDataVersion(ctx); // first: it lets one publication wait for the other
		const kpis = await listKpis(ctx);
		const { region, chosen } = await chooseEntries(ctx, input, 'publish', kpis.filter(isTyped));
		const month = monthIndex(input.month);
		const publishedAt = ctx.now().toISOString();

		const made = factsOfEntries(chosen, kpis, publishedAt);
		for (const { entry } of chosen) await markPublished(ctx, entry, publishedAt);
		const all = await entries.list(ctx.db, region.key, {
			kpiKeys: turnaroundKeys(kpis),
			from: month,
			to: month
		});
		const totals = totalFacts(all, kpis, { regionKey: region.key, month, publishedAt });
		await writeFacts(ctx, [...made, ...totals], roleIn(actor, input.region) ?? '');
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

async function writeFacts(ctx: Context, made: readonly MadeFact[], role: string): Promise<void> {
	const [first] = made;
	if (!first) return;
	const known = await facts.listOfRegion(
		ctx.db,
		first.row.regionKey,
		made.map(({ row }) => row.kpiKey),
		{ from: first.row.month, to: first.row.month }
	);
	const oldOf = new Map(known.map((fact) => [fact.kpiKey, fact]));

	const changed = made.filter(({ row }) => compareFact(oldOf.get(row.kpiKey), row) !== 'same');
	const revised = changed.flatMap(({ row, reason }) => {
		const old = oldOf.get(row.kpiKey);
		if (!old) return [];
		if (reason === null) throw invalidField('reason', 'observation.reasonRequired');
		return [replacedRow(old, { reason, role, supersededAt: row.publishedAt })];
	});
	await facts.insertRevisions(ctx.db, revised);
	await facts.upsert(
		ctx.db,
		changed.map(({ row }) => ({ ...row, revision: (oldOf.get(row.kpiKey)?.revision ?? 0) + 1 }))
	);
	await refreshBenchmarks(
		ctx,
		changed.map(({ row }) => ({ kpiKey: row.kpiKey, month: row.month }))
	);
}

function turnaroundKeys(kpis: readonly KpiDetail[]): number[] {
	return kpis.filter(({ family }) => family === 'TAT').map(({ key }) => key);
}
