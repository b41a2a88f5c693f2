import { refreshBenchmarks } from '#lib/benchmarks/server/refresh.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { invalidField } from '#lib/core/errors.ts';
import type { Chosen } from './choose-entries.ts';
import * as facts from './facts-repository.ts';
import { factsOfEntries, totalFacts } from './make-facts.ts';
import * as entries from './repository.ts';
import {
	automaticReasons,
	compareFact,
	isOnlyVerified,
	type MadeFact,
	replacedRow
} from './revise.ts';

/** A region's month of which facts are written, and who does it when. */
export interface PublishedMonth {
	readonly regionKey: number;
	readonly month: number;
	/** ISO instant. */
	readonly publishedAt: string;
	/** The role of whoever publishes, for the revisions. */
	readonly role: string;
}

/**
 * Writes the facts that follow from entries, the totals over all published services of the month
 * and the benchmarks of both. Call it in the transaction that publishes, after the entries were
 * marked and the data version was counted. A fact that was published with other numbers is kept as
 * a revision, for which the entry must give the reason (`invalid`).
 * @param chosen the entries as they are stored now
 */
export async function writeFactsOf(
	ctx: Context,
	chosen: readonly Chosen[],
	{ regionKey, month, publishedAt, role }: PublishedMonth
): Promise<void> {
	const kpis = await listKpis(ctx);
	const all = await entries.list(ctx.db, regionKey, {
		kpiKeys: kpis.filter(({ family }) => family === 'TAT').map(({ key }) => key),
		from: month,
		to: month
	});
	await writeFacts(
		ctx,
		[
			...factsOfEntries(chosen, kpis, publishedAt),
			...totalFacts(all, kpis, { regionKey, month, publishedAt })
		],
		role
	);
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
		const why = isOnlyVerified(old, row) ? automaticReasons.verifiedLater : reason;
		if (why === null) throw invalidField('reason', 'observation.reasonRequired');
		return [replacedRow(old, { reason: why, role, supersededAt: row.publishedAt })];
	});
	await facts.insertRevisions(ctx.db, revised);
	await facts.upsert(
		ctx.db,
		changed.map(({ row }) => ({ ...row, revision: (oldOf.get(row.kpiKey)?.revision ?? 0) + 1 }))
	);
	await refreshBenchmarks(
		ctx,
		changed.map(({ row: { kpiKey, month, regionKey } }) => ({ kpiKey, month, regionKey }))
	);
}
