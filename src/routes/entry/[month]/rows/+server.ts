import { apiRoute } from '#lib/http/server/api-route.ts';
import { readJson } from '#lib/http/server/read-json.ts';
import { GridRowBody } from '#lib/observations/schema.ts';
import { saveTypedRow } from '#lib/observations/server/save-typed-row.ts';
import type { RequestHandler } from './$types';

/** Where the month's form saves a row while it is typed. Pages use it, so it knows the session. */
export const PUT: RequestHandler = async (event) => {
	const answer = await apiRoute(async () => {
		const { region, kpi, version, texts } = await readJson(event.request, GridRowBody);
		const cell = { region, month: event.params.month, kpi };
		return Response.json(await saveTypedRow(event.locals.ctx, { ...cell, version, texts }));
	})(event);
	answer.headers.delete('access-control-allow-origin'); // not for other sites
	answer.headers.set('cache-control', 'private, no-store');
	return answer;
};
