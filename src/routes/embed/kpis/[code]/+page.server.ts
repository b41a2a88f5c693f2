import * as v from 'valibot';
import { kpiSearch } from '#lib/benchmarks/kpi-address.ts';
import { KpiPageQuery } from '#lib/benchmarks/schema.ts';
import { getRanking } from '#lib/benchmarks/server/ranking.ts';
import { dayOf } from '#lib/core/period.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { code }, url }) => {
	const query = v.parse(KpiPageQuery, Object.fromEntries(url.searchParams));
	return {
		ranking: await getRanking(ctx, {
			kpi: code,
			month: query.month,
			asOf: query.as_of,
			...(query.group !== undefined && { group: query.group })
		}),
		selected: query.regions,
		search: kpiSearch(query),
		asOf: query.as_of ?? null,
		day: dayOf(ctx.now())
	};
};
