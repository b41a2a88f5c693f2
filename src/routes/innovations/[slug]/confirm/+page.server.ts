import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { StepForm } from '#lib/innovations/life-cycle-schema.ts';
import { confirmRunning } from '#lib/innovations/server/life-cycle.ts';
import { getConfirmable } from '#lib/innovations/server/get-confirmable.ts';
import type { Actions, PageServerLoad } from './$types';

/** The mail leads here. Looking changes nothing: mail programs follow links by themselves. */
export const load: PageServerLoad = ({ locals: { ctx }, params: { slug } }) =>
	getConfirmable(ctx, slug);

export const actions = {
	default: formAction(StepForm, async (ctx, { version }, { params: { slug = '' } }) => {
		await confirmRunning(ctx, { slug, version });
		redirect(303, `${resolve('/innovations/[slug]', { slug })}?confirmed=1`);
	})
} satisfies Actions;
