import { apiRoute } from '#lib/http/server/api-route.ts';
import { withIdempotency } from '#lib/http/server/idempotency.ts';
import { listResponse } from '#lib/http/server/list-response.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readJson } from '#lib/http/server/read-json.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { listQuery } from '#lib/visits/query-schema.ts';
import { VisitRequestInput } from '#lib/visits/schema.ts';
import { visitRow } from '#lib/visits/server/api-rows.ts';
import { listVisits } from '#lib/visits/server/read-visits.ts';
import { requestVisit } from '#lib/visits/server/request-visit.ts';
import { columnsOf } from '../../columns-of.ts';

export const GET = apiRoute(async (event) => {
	const query = readQuery(event.url, listQuery);
	const { received, requested } = await listVisits(event.locals.ctx);
	// Somebody with roles on both sides sees such a visit twice on the page, but once here.
	const page = pageOf([...new Set([...received, ...requested])], query, visitRow);
	return listResponse(event, {
		columns: columnsOf('/visits'),
		...page,
		dataVersion: 0
	});
});

export const POST = apiRoute((event) =>
	withIdempotency(event, async () => {
		const input = await readJson(event.request, VisitRequestInput);
		const { ref, state, version } = await requestVisit(event.locals.ctx, input);
		return Response.json(
			{ ref, state, version },
			{ status: 201, headers: { location: `/api/v1/visits/${ref}` } }
		);
	})
);
