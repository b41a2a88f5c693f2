import { kpisByKey } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { monthFromIndex, type Month } from '#lib/core/period.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import type { Observation } from '#lib/database/tables/observations.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import * as facts from './facts-repository.ts';

/** A published fact with its KPI; `month` is the column's index, `period` the same as `YYYY-MM`. */
export type LatestObservation = Observation & { readonly kpi: Kpi; readonly period: Month };

/**
 * The newest published observation of each KPI of a region, in the order of the catalogue. Its
 * value is null where a reason says why; an unknown region is `not_found`.
 */
export async function latestForRegion(
	ctx: Pick<Context, 'db' | 'now'>,
	regionCode: string
): Promise<LatestObservation[]> {
	const { key } = await getRegion(ctx, regionCode);
	const kpis = await kpisByKey(ctx);
	return (await facts.listLatest(ctx.db, key))
		.flatMap((observation) => {
			const kpi = kpis.get(observation.kpiKey);
			return kpi ? [{ ...observation, kpi, period: monthFromIndex(observation.month) }] : [];
		})
		.toSorted((a, b) => a.kpi.position - b.kpi.position);
}
