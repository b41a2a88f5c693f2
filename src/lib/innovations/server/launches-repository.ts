import type { Db } from '#lib/database/connection.ts';

/** The published write-ups of regions that name a KPI, with what is known of their beginning. */
export async function listByKpi(db: Db, kpiCode: string, regionCodes: readonly string[]) {
	return db
		.selectFrom('innovation')
		.innerJoin('innovationKpi', 'innovationKpi.innovationId', 'innovation.id')
		.select([
			'innovation.slug',
			'innovation.regionCode',
			'innovation.titleId',
			'innovation.titleEn',
			'innovation.startedOn',
			'innovation.startedPrecision',
			'innovationKpi.launchedMonth'
		])
		.where('innovation.state', '=', 'published')
		.where('innovationKpi.kpiCode', '=', kpiCode)
		.where('innovation.regionCode', 'in', regionCodes)
		.orderBy('innovation.slug')
		.execute();
}
