import type { RequestEvent } from './$types';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { jsonResponse } from '#lib/http/server/list-response.ts';
import { readParam } from '#lib/http/server/read-param.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { RegisterCode } from '#lib/regions/schema.ts';
import { registerRow, relationRow } from '#lib/regions/server/register-row.ts';
import { getRegisterEntry } from '#lib/regions/server/register.ts';
import { listFamily } from '#lib/regions/server/use-cases.ts';

export const GET = apiRoute<RequestEvent>(async (event) => {
	const code = readParam('code', RegisterCode, event.params.code);
	readQuery(event.url, {});
	const { ctx } = event.locals;
	const entry = await getRegisterEntry(ctx, code);
	const { parent, children } = await listFamily(ctx, code);
	return jsonResponse(event, {
		...registerRow(entry),
		relations: [
			...(parent ? [relationRow('parent', parent)] : []),
			...children.map((child) => relationRow('child', child))
		]
	});
});
