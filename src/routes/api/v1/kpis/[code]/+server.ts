import { KpiParam } from '#lib/benchmarks/schema.ts';
import { kpiDocument } from '#lib/benchmarks/server/catalogue-rows.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { jsonResponse } from '#lib/http/server/list-response.ts';
import { readParam } from '#lib/http/server/read-param.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import type { RequestEvent } from './$types';

export const GET = apiRoute<RequestEvent>(async (event) => {
	readQuery(event.url, {});
	const code = readParam('code', KpiParam, event.params.code);
	return jsonResponse(event, kpiDocument(await getKpi(event.locals.ctx, code)));
});
