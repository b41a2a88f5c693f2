import { adoptionQuery } from '#lib/adoptions/endpoints.ts';
import { listAdoptions } from '#lib/adoptions/server/adoptions.ts';
import { adoptionRow } from '#lib/adoptions/server/api-rows.ts';
import { RegionCode } from '#lib/http/query-values.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { listResponse } from '#lib/http/server/list-response.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readParam } from '#lib/http/server/read-param.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import type { RequestEvent } from './$types';

export const GET = apiRoute<RequestEvent>(async (event) => {
	const code = readParam('code', RegionCode, event.params.code);
	const query = readQuery(event.url, adoptionQuery);
	const { ctx } = event.locals;
	await getRegion(ctx, code);
	const adoptions = await listAdoptions(ctx, { regionCode: code });
	return listResponse(event, { ...pageOf(adoptions, query, adoptionRow), dataVersion: 0 });
});
