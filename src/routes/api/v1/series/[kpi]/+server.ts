import { KpiParam, seriesQuery } from '#lib/benchmarks/schema.ts';
import { seriesMeta, seriesRows } from '#lib/benchmarks/server/api-rows.ts';
import { getSeries } from '#lib/benchmarks/server/series.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { readParam } from '#lib/http/server/read-param.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { versionedList } from '#lib/http/server/versioned-list.ts';
import { getDataState } from '#lib/observations/server/data-version.ts';
import type { RequestEvent } from './$types';
import { columnsOf } from '../../../columns-of.ts';

/** At most eight regions over ten years: one page always holds them all. */
export const GET = apiRoute<RequestEvent>(async (event) => {
	const { as_of: asOf, ...query } = readQuery(event.url, seriesQuery);
	const kpi = readParam('kpi', KpiParam, event.params.kpi);
	const { ctx } = event.locals;
	const state = { ...(await getDataState(ctx)), columns: columnsOf('/series/{kpi}') };
	return versionedList(event, state, async () => {
		const series = await getSeries(ctx, { kpi, asOf, ...query });
		return {
			rows: series.regions.flatMap(seriesRows),
			offset: 0,
			hasMore: false,
			meta: seriesMeta(series)
		};
	});
});
