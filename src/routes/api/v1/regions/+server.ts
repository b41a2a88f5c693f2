import { apiRoute } from '#lib/http/server/api-route.ts';
import { listResponse } from '#lib/http/server/list-response.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { registerQuery } from '#lib/regions/schema.ts';
import { registerRow } from '#lib/regions/server/register-row.ts';
import { listRegister } from '#lib/regions/server/register.ts';
import { columnsOf } from '../../columns-of.ts';

export const GET = apiRoute(async (event) => {
	const query = readQuery(event.url, registerQuery);
	const entries = await listRegister(event.locals.ctx, query);
	return listResponse(event, {
		columns: columnsOf('/regions'),
		...pageOf(entries, query, registerRow),
		dataVersion: 0
	});
});
