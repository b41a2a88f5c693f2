import { readAsOf } from '#lib/core/as-of.ts';
import { getRegionCompleteness } from '#lib/observations/server/region-completeness.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const asOf = readAsOf(url.searchParams.get('as_of'));
	return { asOf, completeness: await getRegionCompleteness(ctx, params.code, asOf) };
};
