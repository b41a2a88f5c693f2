import { apiRoute } from '#lib/http/server/api-route.ts';
import { listResponse } from '#lib/http/server/list-response.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { innovationQuery } from '#lib/innovations/query-schema.ts';
import { innovationRow, requireKnownFilters } from '#lib/innovations/server/api-rows.ts';
import { excerptsFor } from '#lib/innovations/server/excerpts.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';

export const GET = apiRoute(async (event) => {
	const { ctx } = event.locals;
	const { limit, cursor, ...query } = readQuery(event.url, innovationQuery);
	await requireKnownFilters(ctx, query);
	const { innovations, facets, words } = await listInnovations(ctx, query);

	const shown = innovations.slice(cursor, cursor + limit).map(({ id }) => id);
	const excerpts = await excerptsFor(ctx, shown, words);
	return listResponse(event, {
		...pageOf(innovations, { limit, cursor }, (each) => innovationRow(each, excerpts.get(each.id))),
		dataVersion: 0,
		meta: { total: innovations.length, facets: facetRows(facets) }
	});
});

function facetRows({
	service,
	region,
	kind,
	stage
}: Awaited<ReturnType<typeof listInnovations>>['facets']) {
	const named = (counts: typeof service) =>
		counts.map(({ value, count, nameId, nameEn }) => ({
			value,
			count,
			name_id: nameId,
			name_en: nameEn
		}));
	return { service: named(service), region: named(region), kind, stage };
}
