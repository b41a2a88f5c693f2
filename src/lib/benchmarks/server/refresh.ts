import type { Context } from '#lib/core/context.ts';
import type { Benchmark } from '#lib/database/tables/observations.ts';
import type { MonthIndex } from '#lib/database/tables/values.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import { benchmarkRows, indexGroups } from '../benchmark-rows.ts';
import * as benchmarks from './refresh-repository.ts';
import { refreshSignals } from './refresh-signals.ts';

/** A KPI and month whose published figures have changed. */
export interface BenchmarkCell {
	readonly kpiKey: number;
	readonly month: MonthIndex;
	/** Whose figures; where it is not said, the signals of every region are found anew. */
	readonly regionKey?: number;
}

/** More rows are not held in memory at once. */
const FLUSH_ROWS = 20_000;

/**
 * Recomputes the benchmark of every group for each KPI and month given, in any order, repeated or
 * not, and the signals of their series. Call it in the transaction that publishes, after the data version was raised: that row's
 * lock makes publications of the same month follow each other, so that none overwrites another's
 * benchmark with an older one.
 */
export async function refreshBenchmarks(
	ctx: Pick<Context, 'db' | 'now'>,
	cells: readonly BenchmarkCell[]
): Promise<void> {
	if (cells.length === 0) return;
	const monthsByKpi = new Map<number, Set<MonthIndex>>();
	for (const { kpiKey, month } of cells) {
		monthsByKpi.set(kpiKey, (monthsByKpi.get(kpiKey) ?? new Set()).add(month));
	}
	await inTransaction(ctx, async (ctx) => {
		const index = indexGroups(await listRegions(ctx));
		const pending: Benchmark[] = [];
		for (const [kpiKey, months] of monthsByKpi) {
			const rows = benchmarkRows(
				kpiKey,
				await benchmarks.listFigures(ctx.db, kpiKey, months),
				index
			);
			await removeOthers(ctx, kpiKey, months, rows);
			for (const row of rows) pending.push(row);
			if (pending.length >= FLUSH_ROWS) {
				await benchmarks.upsertAll(ctx.db, pending.splice(0));
			}
		}
		await benchmarks.upsertAll(ctx.db, pending);
		await refreshSignals(ctx, cells);
	});
}

/** Groups whose last value has been withdrawn lose their row. */
async function removeOthers(
	{ db }: Pick<Context, 'db'>,
	kpiKey: number,
	months: ReadonlySet<MonthIndex>,
	rows: readonly { readonly month: MonthIndex; readonly groupCode: string }[]
): Promise<void> {
	const kept = new Set(rows.map(({ month, groupCode }) => `${String(month)} ${groupCode}`));
	for (const row of await benchmarks.listGroups(db, kpiKey, [...months])) {
		if (!kept.has(`${String(row.month)} ${row.groupCode}`)) {
			await benchmarks.remove(db, kpiKey, row);
		}
	}
}
