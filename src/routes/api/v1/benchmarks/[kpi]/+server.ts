import { benchmarkQuery, KpiParam } from '#lib/benchmarks/schema.ts';
import { benchmarkMeta, rankedRow } from '#lib/benchmarks/server/api-rows.ts';
import { getRanking } from '#lib/benchmarks/server/ranking.ts';
import { Cursor, Limit } from '#lib/http/query-values.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readParam } from '#lib/http/server/read-param.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { versionedList } from '#lib/http/server/versioned-list.ts';
import { getDataState } from '#lib/observations/server/data-version.ts';
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
	const state = { ...(await getDataState(ctx)), columns: columnsOf('/benchmarks/{kpi}') };
	return versionedList(event, state, async () => {
		const ranking = await getRanking(ctx, { kpi, month: period, group, asOf: as_of });
		return { ...pageOf(ranking.rows, page, rankedRow), meta: benchmarkMeta(ranking) };
	});
});
