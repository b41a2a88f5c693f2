import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { can } from '#lib/core/access.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import { InnovationForm } from '#lib/innovations/schema.ts';
import { editInnovation } from '#lib/innovations/server/edit-innovation.ts';
import { saveInnovation } from '#lib/innovations/server/write-innovation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { slug }, url }) => {
	const edited = await editInnovation(ctx, slug);
	const { regionCode } = edited;
	return {
		...edited,
		isMerged: url.searchParams.has('merged'),
		isSaved: url.searchParams.has('saved'),
		mayPublish: can(ctx.actor, { do: 'innovation.publish', regionCode })
	};
};

export const actions = {
	default: formAction(InnovationForm, async (ctx, input, { params: { slug = '' } }) => {
		const { state, wasMerged } = await saveInnovation(ctx, slug, input);
		if (input.intent === 'submit') {
			redirect(303, resolve('/innovations/[slug]/review', { slug }));
		}
		if (state === 'published') {
			redirect(303, `${resolve('/innovations/[slug]', { slug })}?published=1`);
		}
		redirect(
			303,
			`${resolve('/innovations/[slug]/edit', { slug })}?saved=1${wasMerged ? '&merged=1' : ''}`
		);
	})
} satisfies Actions;
