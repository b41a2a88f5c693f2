import { previewInnovation } from '#lib/innovations/server/preview.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params: { slug } }) =>
	previewInnovation(ctx, slug);
