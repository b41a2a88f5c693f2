import { apiRoute } from '#lib/http/server/api-route.ts';
import { listResponse } from '#lib/http/server/list-response.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { listQuery } from '#lib/visits/query-schema.ts';
import { hostRow } from '#lib/visits/server/api-rows.ts';
import { listHosts } from '#lib/visits/server/hosts.ts';
import { columnsOf } from '../../columns-of.ts';

export const GET = apiRoute(async (event) => {
	const { ctx, locale } = event.locals;
	const query = readQuery(event.url, listQuery);
	const hosts = await listHosts(ctx);
	const page = pageOf(hosts, query, (host) => hostRow(host, locale));
	return listResponse(event, {
		columns: columnsOf('/hosts'),
		...page,
		dataVersion: 0
	});
});
