import type { RequestEvent } from './$types';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readParam } from '#lib/http/server/read-param.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { versionedList } from '#lib/http/server/versioned-list.ts';
import { getDataState } from '#lib/observations/server/data-version.ts';
import { Cursor, Limit, RegionCode } from '#lib/http/query-values.ts';
import { listDistricts } from '#lib/regions/server/use-cases.ts';
import { columnsOf } from '../../../../columns-of.ts';

export const GET = apiRoute<RequestEvent>(async (event) => {
	const code = readParam('code', RegionCode, event.params.code);
	const query = readQuery(event.url, { limit: Limit, cursor: Cursor });
	const { ctx } = event.locals;
	const { text } = await getDataState(ctx);
	const state = { dataVersion: 0, text, columns: columnsOf('/regions/{code}/districts') };
	return versionedList(event, state, async () =>
		pageOf(await listDistricts(ctx, code), query, ({ code, name }) => ({ code, name }))
	);
});
