import type { Context } from '#lib/core/context.ts';
import { latestForRegion } from '#lib/observations/server/latest.ts';
import type { InnovationDetail } from './get-innovation.ts';

/** The KPIs of a write-up with the newest figures of its region; null where none is published. */
export async function linkedKpis(
	ctx: Pick<Context, 'db' | 'now'>,
	{ region, kpis }: Pick<InnovationDetail, 'region' | 'kpis'>
) {
	if (kpis.length === 0) return [];
	const newest = new Map(
		(await latestForRegion(ctx, region.code)).map((latest) => [latest.kpi.code, latest])
	);
	return kpis.map(({ launchedMonth, ...kpi }) => {
		const latest = newest.get(kpi.code);
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
