import type { Context } from '#lib/core/context.ts';
import type { Month } from '#lib/core/period.ts';
import * as launches from './launches-repository.ts';

/** An innovation at the month from which its effect on a KPI could show. */
export interface Launch {
	readonly month: Month;
	readonly regionCode: string;
	readonly slug: string;
	readonly titleId: string;
	readonly titleEn: string | null;
}

/**
 * The launches of published innovations of some regions that name a KPI, in a stretch of months.
 * The month is that of the KPI's link where one is given, else the innovation's beginning; one known
 * only to the year has no month to stand at.
 */
export async function listLaunches(
	{ db }: Pick<Context, 'db'>,
	query: {
		readonly kpi: string;
		readonly regions: readonly string[];
		readonly from: Month;
		readonly to: Month;
	}
): Promise<Launch[]> {
	if (query.regions.length === 0) return [];
	const rows = await launches.listByKpi(db, query.kpi, query.regions);
	return rows.flatMap(({ launchedMonth, startedOn, startedPrecision, ...innovation }) => {
		const begun = startedPrecision === 'year' ? null : (startedOn?.slice(0, 7) ?? null);
		const month = launchedMonth ?? begun;
		if (month === null || month < query.from || month > query.to) return [];
		return [{ ...innovation, month }];
	});
}
