import type { RequestEvent } from './$types';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { listResponse } from '#lib/http/server/list-response.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readParam } from '#lib/http/server/read-param.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { Cursor, Limit, RegionCode } from '#lib/http/query-values.ts';
import { listDistricts } from '#lib/regions/server/use-cases.ts';
import { columnsOf } from '../../../../columns-of.ts';

export const GET = apiRoute<RequestEvent>(async (event) => {
	const code = readParam('code', RegionCode, event.params.code);
	const query = readQuery(event.url, { limit: Limit, cursor: Cursor });
	const districts = await listDistricts(event.locals.ctx, code);
	return listResponse(event, {
		columns: columnsOf('/regions/{code}/districts'),
		...pageOf(districts, query, (district) => ({ code: district.code, name: district.name })),
		dataVersion: 0
	});
});
