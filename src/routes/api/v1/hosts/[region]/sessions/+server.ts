import type { RequestEvent } from './$types';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { listResponse } from '#lib/http/server/list-response.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { sessionsQuery } from '#lib/visits/query-schema.ts';
import { sessionRow } from '#lib/visits/server/api-rows.ts';
import { listSessions } from '#lib/visits/server/hosts.ts';
import { columnsOf } from '../../../../columns-of.ts';

export const GET = apiRoute<RequestEvent>(async (event) => {
	const { from, to } = readQuery(event.url, sessionsQuery);
	const { host, sessions } = await listSessions(event.locals.ctx, {
		region: event.params.region,
		from,
		to
	});
	const rows = sessions.map((session) => sessionRow(session, host));
	return listResponse(event, {
		columns: columnsOf('/hosts/{region}/sessions'),
		rows,
		offset: 0,
		hasMore: false,
		dataVersion: 0
	});
});
