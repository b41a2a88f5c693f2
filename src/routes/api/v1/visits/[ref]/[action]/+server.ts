import type { RequestEvent } from './$types';
import { requireActor } from '#lib/core/access.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { withIdempotency } from '#lib/http/server/idempotency.ts';
import { readJsonBody } from '#lib/http/server/read-json.ts';
import { actOnVisit } from './act-on-visit.ts';

export const POST = apiRoute<RequestEvent>((event) =>
	withIdempotency(event, async () => {
		const { ctx } = event.locals;
		requireActor(ctx.actor);
		const body = await readJsonBody(event.request);
		return Response.json(await actOnVisit(ctx, event.params.ref, event.params.action, body));
	})
);
