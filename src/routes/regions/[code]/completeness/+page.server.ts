import { getRegionCompleteness } from '#lib/observations/server/region-completeness.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
	completeness: await getRegionCompleteness(ctx, params.code)
});
