import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import { listHosts } from '#lib/visits/server/hosts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
	counts: {
		regions: (await listRegions(ctx)).length,
		kpis: (await listKpis(ctx)).length,
		innovations: (await listInnovations(ctx)).innovations.length,
		hosts: (await listHosts(ctx)).length
	}
});
