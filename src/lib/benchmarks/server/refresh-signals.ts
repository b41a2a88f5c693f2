import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { bumpReferenceVersion } from '#lib/observations/server/data-version.ts';
import { seriesPoints, signalOf, type JudgedKpi } from '../series-signal.ts';
import { listHolding } from './baseline-repository.ts';
import * as signals from './signals-repository.ts';

/** A series whose published values have changed; without a region, all of the KPI's. */
export interface ChangedSeries {
	readonly kpiKey: number;
	readonly regionKey?: number | undefined;
}

type WriteContext = Pick<Context, 'db' | 'now'>;

/** Judges series anew. Call it in the transaction that publishes, as the benchmarks are. */
export async function refreshSignals(
	ctx: WriteContext,
	changed: readonly ChangedSeries[]
): Promise<void> {
	if (changed.length === 0) return;
	await inTransaction(ctx, async (ctx) => {
		const kpis = new Map((await listKpis(ctx)).map((kpi) => [kpi.key, kpi]));
		for (const [kpiKey, series] of Map.groupBy(changed, (one) => one.kpiKey)) {
			const kpi = kpis.get(kpiKey);
			if (kpi) await refreshKpi(ctx, kpi, regionKeysOf(series));
		}
	});
}

/** Judges every series, when none has been judged: after an update of the site, or a bulk load. */
export async function refreshMissingSignals(ctx: WriteContext): Promise<void> {
	if (!(await signals.isEmpty(ctx.db))) return;
	const kpis = await listKpis(ctx);
	await inTransaction(ctx, async (ctx) => {
		await refreshSignals(
			ctx,
			kpis.map(({ key }) => ({ kpiKey: key }))
		);
		await bumpReferenceVersion(ctx);
	});
}

function regionKeysOf(series: readonly ChangedSeries[]): number[] | null {
	const keys = series.map(({ regionKey }) => regionKey);
	return keys.every((key) => key !== undefined) ? [...new Set(keys)] : null;
}

async function refreshKpi(
	{ db }: WriteContext,
	kpi: JudgedKpi,
	regionKeys: readonly number[] | null
): Promise<void> {
	const points = await signals.listPoints(db, kpi.key, regionKeys);
	const byRegion = Map.groupBy(points, ({ regionKey }) => regionKey);
	const restarts = Map.groupBy(
		await listHolding(db, { kpiKey: kpi.key }),
		({ regionKey }) => regionKey
	);
	const rows = [...byRegion].flatMap(([regionKey, series]) => {
		const row = signalOf(
			kpi,
			regionKey,
			seriesPoints(series),
			restarts.get(regionKey)?.map(({ month }) => month)
		);
		return row === null ? [] : [row];
	});
	await signals.replace(db, kpi.key, regionKeys, rows);
}
