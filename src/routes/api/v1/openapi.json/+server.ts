import { apiRoute } from '#lib/http/server/api-route.ts';
import { jsonResponse } from '#lib/http/server/list-response.ts';
import { openApiDocument } from '#lib/http/openapi.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { endpoints } from '../../endpoints.ts';
import type { RequestEvent } from './$types';

const API_VERSION = '1.0.0';

export const GET = apiRoute<RequestEvent>((event) => {
	readQuery(event.url, {});
	const { t } = event.locals;
	const site = { origin: event.url.origin, version: API_VERSION, t };
	return jsonResponse(event, openApiDocument(endpoints, site));
});
