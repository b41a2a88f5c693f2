import { peersQuery } from '#lib/benchmarks/schema.ts';
import { peerMeta, peerRow } from '#lib/benchmarks/server/peer-rows.ts';
import { getPeers } from '#lib/benchmarks/server/peers.ts';
import { Cursor, Limit, RegionCode } from '#lib/http/query-values.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { listResponse } from '#lib/http/server/list-response.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readParam } from '#lib/http/server/read-param.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import type { RequestEvent } from './$types';
import { columnsOf } from '../../../../columns-of.ts';

export const GET = apiRoute<RequestEvent>(async (event) => {
	const { model, version, ...page } = readQuery(event.url, {
		...peersQuery,
		limit: Limit,
		cursor: Cursor
	});
	const region = readParam('code', RegionCode, event.params.code);
	const list = await getPeers(event.locals.ctx, { region, model, version });
	return listResponse(event, {
		columns: columnsOf('/regions/{code}/peers'),
		...pageOf(
			list.peers.map((peer, i) => peerRow(peer, i)),
			page,
			(row) => row
		),
		dataVersion: 0,
		meta: peerMeta(list)
	});
});
