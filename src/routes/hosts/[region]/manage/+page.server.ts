import { isMonth } from '#lib/core/period.ts';
import { getBoard } from '#lib/visits/server/board.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) => {
	const month = url.searchParams.get('month') ?? '';
	return getBoard(ctx, params.region, isMonth(month) ? month : null);
};
