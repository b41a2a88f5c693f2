import type { RequestEvent } from './$types';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { jsonResponse } from '#lib/http/server/list-response.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { visitBody } from '#lib/visits/server/api-rows.ts';
import { getVisit } from '#lib/visits/server/read-visits.ts';

export const GET = apiRoute<RequestEvent>(async (event) => {
	readQuery(event.url, {});
	return jsonResponse(event, visitBody(await getVisit(event.locals.ctx, event.params.ref)));
});
