import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const regions = await listRegions(locals.ctx, {});
	const kpis = await listKpis(locals.ctx);
	return { regions: regions.length, kpis: kpis.length };
};
