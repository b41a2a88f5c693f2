import { kpiRow } from '#lib/benchmarks/server/catalogue-rows.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { Cursor, Limit } from '#lib/http/query-values.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { versionedList } from '#lib/http/server/versioned-list.ts';
import { getDataState } from '#lib/observations/server/data-version.ts';
import { columnsOf } from '../../columns-of.ts';

export const GET = apiRoute(async (event) => {
	const query = readQuery(event.url, { limit: Limit, cursor: Cursor });
	const { ctx } = event.locals;
	const { text } = await getDataState(ctx);
	const state = { dataVersion: 0, text, columns: columnsOf('/kpis') };
	return versionedList(event, state, async () => pageOf(await listKpis(ctx), query, kpiRow));
});
