import { kpiRow } from '#lib/benchmarks/server/catalogue-rows.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { Cursor, Limit } from '#lib/http/query-values.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { listResponse } from '#lib/http/server/list-response.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { columnsOf } from '../../columns-of.ts';

export const GET = apiRoute(async (event) => {
	const query = readQuery(event.url, { limit: Limit, cursor: Cursor });
	const kpis = await listKpis(event.locals.ctx);
	return listResponse(event, {
		columns: columnsOf('/kpis'),
		...pageOf(kpis, query, kpiRow),
		dataVersion: 0
	});
});
