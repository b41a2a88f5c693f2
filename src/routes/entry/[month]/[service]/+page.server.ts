import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { TurnaroundForm } from '#lib/observations/schema.ts';
import { getMonthEntry } from '#lib/observations/server/month-entry.ts';
import { saveTurnaround } from '#lib/observations/server/save-turnaround.ts';
import { entryRegion } from '#lib/observations/server/scope.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	entry: await getMonthEntry(locals.ctx, {
		...params,
		region: url.searchParams.get('region') ?? undefined
	}),
	saved: url.searchParams.get('saved')
});

export const actions = {
	default: formAction(TurnaroundForm, async (ctx, input, { params, url }) => {
		const { month = '', service = '' } = params;
		const { region } = await entryRegion(ctx, url.searchParams.get('region') ?? undefined);
		await saveTurnaround(ctx, { region: region.code, month, service, ...input });
		const query = new URLSearchParams({ region: region.code, saved: input.intent });
		const page = resolve('/entry/[month]/[service]', { month, service });
		redirect(303, `${page}?${query.toString()}`);
	})
} satisfies Actions;
