import { getRevisionList } from '#lib/observations/server/revision-list.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const page = Math.max(1, Math.min(10_000, Number(url.searchParams.get('page')) || 1));
	const [kpi, region] = ['kpi', 'region'].map((name) => url.searchParams.get(name) || undefined);
	return { page: Math.floor(page), list: await getRevisionList(ctx, { kpi, region, page }) };
};
