import { peersQuery } from '#lib/benchmarks/schema.ts';
import { peerMeta, peerRow } from '#lib/benchmarks/server/peer-rows.ts';
import { getPeers } from '#lib/benchmarks/server/peers.ts';
import { Cursor, Limit, RegionCode } from '#lib/http/query-values.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readParam } from '#lib/http/server/read-param.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { versionedList } from '#lib/http/server/versioned-list.ts';
import { getDataState } from '#lib/observations/server/data-version.ts';
import type { RequestEvent } from './$types';
import { columnsOf } from '../../../../columns-of.ts';

export const GET = apiRoute<RequestEvent>(async (event) => {
	const { model, version, ...page } = readQuery(event.url, {
		...peersQuery,
		limit: Limit,
		cursor: Cursor
	});
	const region = readParam('code', RegionCode, event.params.code);
	const { ctx } = event.locals;
	const { text } = await getDataState(ctx);
	const state = { dataVersion: 0, text, columns: columnsOf('/regions/{code}/peers') };
	return versionedList(event, state, async () => {
		const list = await getPeers(ctx, { region, model, version });
		return {
			...pageOf(
				list.peers.map((peer, i) => peerRow(peer, i)),
				page,
				(row) => row
			),
			meta: peerMeta(list)
		};
	});
});
