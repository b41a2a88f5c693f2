import type { Context } from '#lib/core/context.ts';
import type { Day } from '#lib/core/period.ts';
import { latestForRegion, latestKnown } from '#lib/observations/server/latest.ts';
import type { InnovationDetail } from './get-innovation.ts';

/**
 * The KPIs of a write-up with the newest figures of its region; null where none is published.
 * @param asOf the day at whose end they were known so; null for now
 */
export async function linkedKpis(
	ctx: Pick<Context, 'db' | 'now'>,
	{ region, kpis }: Pick<InnovationDetail, 'region' | 'kpis'>,
	asOf: Day | null
) {
	if (kpis.length === 0) return [];
	const figures =
		asOf === null
			? await latestForRegion(ctx, region.code)
			: await latestKnown(ctx, region.code, { kpiKeys: kpis.map(({ key }) => key), asOf });
	const newest = new Map(figures.map((latest) => [latest.kpiKey, latest]));
	return kpis.map(({ launchedMonth, ...kpi }) => {
		const latest = newest.get(kpi.key);
		return {
			kpi,
			launchedMonth,
			latest: latest
				? {
						period: latest.period,
						value: latest.value,
						missingReason: latest.missingReason,
						isSample: latest.isSample
					}
				: null
		};
	});
}
