import { apiRoute } from '#lib/http/server/api-route.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { versionedList } from '#lib/http/server/versioned-list.ts';
import { getDataState } from '#lib/observations/server/data-version.ts';
import { registerQuery } from '#lib/regions/schema.ts';
import { registerRow } from '#lib/regions/server/register-row.ts';
import { listRegister } from '#lib/regions/server/register.ts';
import { columnsOf } from '../../columns-of.ts';

export const GET = apiRoute(async (event) => {
	const query = readQuery(event.url, registerQuery);
	const { ctx } = event.locals;
	const { text } = await getDataState(ctx);
	const state = { dataVersion: 0, text, columns: columnsOf('/regions') };
	return versionedList(event, state, async () =>
		pageOf(await listRegister(ctx, query), query, registerRow)
	);
});
