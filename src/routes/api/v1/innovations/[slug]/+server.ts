import { apiRoute } from '#lib/http/server/api-route.ts';
import { jsonResponse } from '#lib/http/server/list-response.ts';
import { readParam } from '#lib/http/server/read-param.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { InnovationSlug } from '#lib/innovations/query-schema.ts';
import { writeUpDocument } from '#lib/peer-reviews/server/write-up-document.ts';
import type { RequestEvent } from './$types';

export const GET = apiRoute<RequestEvent>(async (event) => {
	readQuery(event.url, {});
	const slug = readParam('slug', InnovationSlug, event.params.slug);
	return jsonResponse(event, await writeUpDocument(event.locals.ctx, slug));
});
