import { listAdoptions } from '#lib/adoptions/server/adoptions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	adoptions: await listAdoptions(locals.ctx)
});
