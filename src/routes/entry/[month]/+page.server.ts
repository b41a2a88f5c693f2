import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { GridForm } from '#lib/observations/schema.ts';
import { keepsRegister } from '#lib/observations/server/coverage-access.ts';
import { getMonthGrid } from '#lib/observations/server/month-grid.ts';
import { saveGrid } from '#lib/observations/server/save-grid.ts';
import { entryRegion } from '#lib/observations/server/scope.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const region = url.searchParams.get('region') ?? undefined;
	const grid = await getMonthGrid(ctx, { month: params.month, region });
	return {
		grid,
		keepsRegister: await keepsRegister(ctx, grid.region.code),
		saved: Number(url.searchParams.get('saved') ?? -1),
		submitted: Number(url.searchParams.get('submitted') ?? 0),
		added: url.searchParams.get('evidence'),
		unlocked: url.searchParams.get('unlocked')
	};
};

export const actions = {
	default: formAction(GridForm, async (ctx, { intent, rows }, { params, url }) => {
		const { month = '' } = params;
		const { region } = await entryRegion(ctx, url.searchParams.get('region') ?? undefined);
		const done = await saveGrid(ctx, { region: region.code, month, intent, rows });
		const query = new URLSearchParams({ region: region.code });
		if (intent.do === 'unlock') query.set('unlocked', intent.kpi);
		else if (intent.do === 'submit') query.set('submitted', String(done.submitted));
		else query.set('saved', String(done.saved));
		redirect(303, `${resolve('/entry/[month]', { month })}?${query.toString()}`);
	})
} satisfies Actions;
