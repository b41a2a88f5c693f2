import { apiRoute } from '#lib/http/server/api-route.ts';
import { listResponse } from '#lib/http/server/list-response.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { innovationQuery } from '#lib/innovations/query-schema.ts';
import { innovationRow, requireKnownFilters } from '#lib/innovations/server/api-rows.ts';
import {
	findInnovations,
	type FoundInnovations
} from '#lib/innovations/server/find-innovations.ts';
import { columnsOf } from '../../columns-of.ts';

export const GET = apiRoute(async (event) => {
	const { ctx } = event.locals;
	const { limit, cursor, ...query } = readQuery(event.url, innovationQuery);
	await requireKnownFilters(ctx, query);
	const found = await findInnovations(ctx, { ...query, limit, offset: cursor });
	const { innovations, excerpts, total, facets, corrections, unknown } = found;

	return listResponse(event, {
		columns: columnsOf('/innovations'),
		rows: innovations.map((each) => innovationRow(each, excerpts.get(each.id))),
		offset: cursor,
		hasMore: total > cursor + limit,
		dataVersion: 0,
		meta: { total, facets: facetRows(facets), corrections, unknown_words: unknown }
	});
});

function facetRows({ service, region, kind, stage, validation }: FoundInnovations['facets']) {
	const named = (counts: typeof service) =>
		counts.map(({ value, count, nameId, nameEn }) => ({
			value,
			count,
			name_id: nameId,
			name_en: nameEn
		}));
	return { service: named(service), region: named(region), kind, stage, validation };
}
