import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { DecideForm } from '#lib/questions/schema.ts';
import { decideFlag, listOpenFlags } from '#lib/questions/server/moderate.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
	flags: await listOpenFlags(ctx),
	isDecided: url.searchParams.has('decided')
});

export const actions = {
	decide: formAction(DecideForm, async (ctx, input) => {
		await decideFlag(ctx, input);
		redirect(303, `${resolve('/moderation')}?decided`);
	})
} satisfies Actions;
