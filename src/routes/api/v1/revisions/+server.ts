import { apiRoute } from '#lib/http/server/api-route.ts';
import { listResponse } from '#lib/http/server/list-response.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { revisionParameters } from '#lib/observations/query-schema.ts';
import { getDataVersion } from '#lib/observations/server/data-version.ts';
import { listRevisions } from '#lib/observations/server/list-observations.ts';
import { columnsOf } from '../../columns-of.ts';

export const GET = apiRoute(async (event) => {
	const query = readQuery(event.url, revisionParameters);
	const { rows, hasMore } = await listRevisions(event.locals.ctx, query);
	return listResponse(event, {
		columns: columnsOf('/revisions'),
		rows,
		offset: query.cursor,
		hasMore,
		dataVersion: await getDataVersion(event.locals.ctx),
		meta: { contains_sample: rows.some(({ is_sample }) => is_sample) }
	});
});
