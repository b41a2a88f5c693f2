import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import * as v from 'valibot';
import {
	BaselineForm,
	BaselinePageQuery,
	EndBaselineForm
} from '#lib/benchmarks/baseline-schema.ts';
import { endBaseline, getBaselines, restartBaseline } from '#lib/benchmarks/server/baselines.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { code }, url }) => ({
	...(await getBaselines(ctx, code)),
	...v.parse(BaselinePageQuery, Object.fromEntries(url.searchParams)),
	saved: url.searchParams.get('saved')
});

export const actions = {
	restart: formAction(BaselineForm, async (ctx, input) => {
		await restartBaseline(ctx, input);
		redirect(303, `${resolve('/regions/[code]/baselines', { code: input.region })}?saved=restart`);
	}),
	end: formAction(EndBaselineForm, async (ctx, input) => {
		await endBaseline(ctx, input);
		redirect(303, `${resolve('/regions/[code]/baselines', { code: input.region })}?saved=end`);
	})
} satisfies Actions;
