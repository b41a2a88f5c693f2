import { listVisits } from '#lib/visits/server/read-visits.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => listVisits(locals.ctx);
