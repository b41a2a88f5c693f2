import { listLetters } from '#lib/visits/server/letters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => listLetters(locals.ctx, params.ref);
