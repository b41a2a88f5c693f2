import { compareSearch, readCompareQuery } from '#lib/benchmarks/compare-query.ts';
import { packComparison } from '#lib/benchmarks/packed-comparison.ts';
import { getComparison } from '#lib/benchmarks/server/compare.ts';
import { dayOf } from '#lib/core/period.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const { query } = readCompareQuery(url.searchParams);
	return {
		comparison: packComparison(await getComparison(ctx, query)),
		search: compareSearch(query),
		asOf: query.asOf,
		day: dayOf(ctx.now())
	};
};
