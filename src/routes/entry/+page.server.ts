import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { isMonth, lastCompletedMonth } from '#lib/core/period.ts';
import { entryRegion } from '#lib/observations/server/scope.ts';
import type { PageServerLoad } from './$types';

/** The month's form has an address of its own; this one leads to the newest, or the one asked for. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const { region } = await entryRegion(ctx, url.searchParams.get('region') ?? undefined);
	const asked = url.searchParams.get('month') ?? '';
	const month = isMonth(asked) ? asked : lastCompletedMonth(ctx.now());
	redirect(307, `${resolve('/entry/[month]', { month })}?region=${region.code}`);
};
