import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { InnovationForm } from '#lib/innovations/schema.ts';
import { newInnovation } from '#lib/innovations/server/edit-innovation.ts';
import { createInnovation } from '#lib/innovations/server/write-innovation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }) => newInnovation(ctx);

export const actions = {
	default: formAction(InnovationForm, async (ctx, input) => {
		const { slug } = await createInnovation(ctx, input);
		redirect(303, `${resolve('/innovations/[slug]/edit', { slug })}?saved=1`);
	})
} satisfies Actions;
