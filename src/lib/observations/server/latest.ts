import { kpisByKey } from '#lib/catalogue/server/use-cases.ts';
import { endOfDay } from '#lib/core/as-of.ts';
import type { Context } from '#lib/core/context.ts';
import {
	lastCompletedMonth,
	monthFromIndex,
	monthIndex,
	type Day,
	type Month
} from '#lib/core/period.ts';
import type { KnownObservation } from '#lib/database/known-observations.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import type { Observation } from '#lib/database/tables/observations.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import * as facts from './facts-repository.ts';
import * as published from './published-repository.ts';

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

/** The newest figures of some KPIs of a region as they were known at the end of a day. */
export async function latestKnown(
	ctx: Pick<Context, 'db' | 'now'>,
	regionCode: string,
	{ kpiKeys, asOf }: { readonly kpiKeys: readonly number[]; readonly asOf: Day }
): Promise<(KnownObservation & { readonly period: Month })[]> {
	const { key } = await getRegion(ctx, regionCode);
	const then = endOfDay(asOf);
	const known = await published.listKnownOfRegion(ctx.db, key, {
		...{ kpiKeys, asOf: then },
		from: 0,
		to: monthIndex(lastCompletedMonth(new Date(then)))
	});
	return [...Map.groupBy(known, ({ kpiKey }) => kpiKey).values()].map((rows) => {
		const newest = rows.reduce((a, b) => (b.month > a.month ? b : a));
		return { ...newest, period: monthFromIndex(newest.month) };
	});
}
