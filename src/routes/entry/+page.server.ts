import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { resolve } from '$app/paths';
import { MonthText, RegionCode } from '#lib/http/query-values.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import { getEntryMonth } from '#lib/observations/server/entry-month.ts';
import { submitEntries } from '#lib/observations/server/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	entry: await getEntryMonth(locals.ctx, {
		region: url.searchParams.get('region') ?? undefined,
		month: url.searchParams.get('month') ?? undefined
	}),
	submitted: Number(url.searchParams.get('submitted') ?? 0)
});

export const actions = {
	submit: formAction(
		v.object({ region: RegionCode, month: MonthText }),
		async (ctx, { region, month }) => {
			const { kpis } = await submitEntries(ctx, { region, month });
			const query = new URLSearchParams({ region, month, submitted: String(kpis.length) });
			redirect(303, `${resolve('/entry')}?${query.toString()}`);
		}
	)
} satisfies Actions;
