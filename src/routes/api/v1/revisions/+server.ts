import { apiRoute } from '#lib/http/server/api-route.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { versionedList } from '#lib/http/server/versioned-list.ts';
import { revisionParameters } from '#lib/observations/query-schema.ts';
import { getDataState } from '#lib/observations/server/data-version.ts';
import { listRevisions } from '#lib/observations/server/list-observations.ts';
import { columnsOf } from '../../columns-of.ts';

export const GET = apiRoute(async (event) => {
	const query = readQuery(event.url, revisionParameters);
	const { ctx } = event.locals;
	const state = { ...(await getDataState(ctx)), columns: columnsOf('/revisions') };
	return versionedList(event, state, async () => {
		const { rows, hasMore } = await listRevisions(ctx, query);
		return {
			rows,
			offset: query.cursor,
			hasMore,
			meta: { contains_sample: rows.some(({ is_sample }) => is_sample) }
		};
	});
});
