import { evidenceQuery } from '#lib/benchmarks/schema.ts';
import { evidenceDocument } from '#lib/benchmarks/server/evidence-rows.ts';
import { getEvidence } from '#lib/benchmarks/server/evidence.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { jsonResponse } from '#lib/http/server/list-response.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { getDataVersion } from '#lib/observations/server/data-version.ts';
import type { RequestEvent } from './$types';

export const GET = apiRoute<RequestEvent>(async (event) => {
	const { as_of } = readQuery(event.url, evidenceQuery);
	const { ctx } = event.locals;
	const evidence = await getEvidence(ctx, event.params.slug, as_of ?? null);
	return jsonResponse(event, evidenceDocument(evidence, await getDataVersion(ctx)));
});
