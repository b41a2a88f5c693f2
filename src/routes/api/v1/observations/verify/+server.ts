import { apiRoute } from '#lib/http/server/api-route.ts';
import { withIdempotency } from '#lib/http/server/idempotency.ts';
import { jsonResponse } from '#lib/http/server/list-response.ts';
import { readJson } from '#lib/http/server/read-json.ts';
import { StepBody } from '#lib/observations/schema.ts';
import { verifyEntries } from '#lib/observations/server/review.ts';
import { statusAfter } from '#lib/observations/workflow.ts';

export const POST = apiRoute((event) =>
	withIdempotency(event, async () => {
		const { region, period, kpis } = await readJson(event.request, StepBody);
		const done = await verifyEntries(event.locals.ctx, { region, month: period, kpis });
		return jsonResponse(event, { region, period, status: statusAfter('verify'), kpis: done.kpis });
	})
);
