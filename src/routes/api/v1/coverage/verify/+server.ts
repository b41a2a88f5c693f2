import { apiRoute } from '#lib/http/server/api-route.ts';
import { withIdempotency } from '#lib/http/server/idempotency.ts';
import { jsonResponse } from '#lib/http/server/list-response.ts';
import { readJson } from '#lib/http/server/read-json.ts';
import { VerifyCoverageBody } from '#lib/observations/coverage-write-schema.ts';
import { verifyCoverage } from '#lib/observations/server/verify-coverage.ts';

export const POST = apiRoute((event) =>
	withIdempotency(event, async () => {
		const body = await readJson(event.request, VerifyCoverageBody);
		return jsonResponse(event, await verifyCoverage(event.locals.ctx, body));
	})
);
