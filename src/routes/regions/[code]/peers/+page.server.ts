import * as v from 'valibot';
import { PeersPageQuery } from '#lib/benchmarks/schema.ts';
import { getPeers } from '#lib/benchmarks/server/peers.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import type { PageServerLoad } from './$types';

/** A longer list is cut on the page; the API gives it whole. */
const MAX_SHOWN = 60;

export const load: PageServerLoad = async ({ locals: { ctx }, params: { code }, url }) => {
	const query = v.parse(PeersPageQuery, Object.fromEntries(url.searchParams));
	const list = await getPeers(ctx, { region: code, ...query });
	return {
		region: await getRegion(ctx, code),
		list: { ...list, peers: list.peers.slice(0, MAX_SHOWN) },
		total: list.peers.length
	};
};
