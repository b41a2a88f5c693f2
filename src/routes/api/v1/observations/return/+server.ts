import { apiRoute } from '#lib/http/server/api-route.ts';
import { withIdempotency } from '#lib/http/server/idempotency.ts';
import { jsonResponse } from '#lib/http/server/list-response.ts';
import { readJson } from '#lib/http/server/read-json.ts';
import { ReturnBody } from '#lib/observations/schema.ts';
import { returnEntries } from '#lib/observations/server/review.ts';
import { statusAfter } from '#lib/observations/workflow.ts';

export const POST = apiRoute((event) =>
	withIdempotency(event, async () => {
		const { region, period, kpis, reason } = await readJson(event.request, ReturnBody);
		const done = await returnEntries(event.locals.ctx, { region, month: period, kpis, reason });
		return jsonResponse(event, { region, period, status: statusAfter('return'), kpis: done.kpis });
	})
);
