import { benchmarkQuery, KpiParam } from '#lib/benchmarks/schema.ts';
import { benchmarkMeta, rankedRow } from '#lib/benchmarks/server/api-rows.ts';
import { getRanking } from '#lib/benchmarks/server/ranking.ts';
import { Cursor, Limit } from '#lib/http/query-values.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { listResponse } from '#lib/http/server/list-response.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readParam } from '#lib/http/server/read-param.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { getDataVersion } from '#lib/observations/server/data-version.ts';
import type { RequestEvent } from './$types';
import { columnsOf } from '../../../columns-of.ts';

export const GET = apiRoute<RequestEvent>(async (event) => {
	const { period, group, as_of, ...page } = readQuery(event.url, {
		...benchmarkQuery,
		limit: Limit,
		cursor: Cursor
	});
	const kpi = readParam('kpi', KpiParam, event.params.kpi);
	const { ctx } = event.locals;
	const ranking = await getRanking(ctx, { kpi, month: period, group, asOf: as_of });
	return listResponse(event, {
		columns: columnsOf('/benchmarks/{kpi}'),
		...pageOf(ranking.rows, page, rankedRow),
		dataVersion: await getDataVersion(ctx),
		meta: benchmarkMeta(ranking)
	});
});
