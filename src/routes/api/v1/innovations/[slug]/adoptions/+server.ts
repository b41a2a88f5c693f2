import { adoptionQuery } from '#lib/adoptions/endpoints.ts';
import { listAdoptionsOf } from '#lib/adoptions/server/adoptions.ts';
import { adoptionRow } from '#lib/adoptions/server/api-rows.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { listResponse } from '#lib/http/server/list-response.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readParam } from '#lib/http/server/read-param.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { InnovationSlug } from '#lib/innovations/query-schema.ts';
import type { RequestEvent } from './$types';

export const GET = apiRoute<RequestEvent>(async (event) => {
	const slug = readParam('slug', InnovationSlug, event.params.slug);
	const query = readQuery(event.url, adoptionQuery);
	const adoptions = await listAdoptionsOf(event.locals.ctx, slug);
	return listResponse(event, { ...pageOf(adoptions, query, adoptionRow), dataVersion: 0 });
});
