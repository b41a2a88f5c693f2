import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { DeadlineForm } from '#lib/observations/deadline-schema.ts';
import { getDeadlineEdit, setDeadline } from '#lib/observations/server/deadlines.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	edit: await getDeadlineEdit(locals.ctx, url.searchParams.get('region') ?? undefined),
	isSaved: url.searchParams.has('saved')
});

export const actions = {
	default: formAction(DeadlineForm, async (ctx, input) => {
		await setDeadline(ctx, input);
		redirect(303, `${resolve('/review/deadline')}?region=${input.region}&saved=1`);
	})
} satisfies Actions;
