import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { CoverageForm } from '#lib/observations/coverage-write-schema.ts';
import { getCoverageEdit, saveCoverageForm } from '#lib/observations/server/edit-coverage.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	edit: await getCoverageEdit(locals.ctx, url.searchParams.get('region') ?? undefined),
	saved: Number(url.searchParams.get('saved') ?? 0)
});

export const actions = {
	default: formAction(CoverageForm, async (ctx, input) => {
		const { accepted } = await saveCoverageForm(ctx, input);
		redirect(303, `${resolve('/entry/coverage')}?region=${input.region}&saved=${String(accepted)}`);
	})
} satisfies Actions;
