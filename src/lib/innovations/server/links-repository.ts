import type { Db } from '#lib/database/connection.ts';

/** A published write-up in its bearing on one KPI. */
export interface KpiWriteUp {
	readonly slug: string;
	readonly regionCode: string;
	readonly kpiCode: string;
	readonly titleId: string;
	readonly titleEn: string | null;
	readonly launchedMonth: string | null;
	readonly isSample: 0 | 1;
}

/** The published write-ups on KPIs, of some regions or on some KPIs; the newest first. */
export async function listPublished(
	db: Db,
	filter: { readonly regions?: readonly string[]; readonly kpis?: readonly string[] }
): Promise<KpiWriteUp[]> {
	let query = db
		.selectFrom('innovation')
		.innerJoin('innovationKpi', 'innovationKpi.innovationId', 'innovation.id')
		.select([
			'innovation.slug',
			'innovation.regionCode',
			'innovationKpi.kpiCode',
			'innovation.titleId',
			'innovation.titleEn',
			'innovationKpi.launchedMonth',
			'innovation.isSample'
		])
		.where('innovation.state', '=', 'published');
	if (filter.regions) query = query.where('innovation.regionCode', 'in', filter.regions);
	if (filter.kpis) query = query.where('innovationKpi.kpiCode', 'in', filter.kpis);
	return query.orderBy('innovation.publishedAt', 'desc').orderBy('innovation.id').execute();
}
