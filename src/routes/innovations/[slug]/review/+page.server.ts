import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { can } from '#lib/core/access.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import { ReasonForm, StepForm } from '#lib/innovations/life-cycle-schema.ts';
import { getReview } from '#lib/innovations/server/history.ts';
import { approveInnovation } from '#lib/innovations/server/publish-innovation.ts';
import {
	abandonRevision,
	returnInnovation,
	submitInnovation,
	takeBack
} from '#lib/innovations/server/review-innovation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { slug } }) => {
	const { detail, ...review } = await getReview(ctx, slug);
	const { titleId, titleEn, state, regionCode, agencyId } = detail.innovation;
	const mayPublish = can(ctx.actor, { do: 'innovation.publish', regionCode });
	const mayWrite = can(ctx.actor, { do: 'innovation.write', regionCode, agencyId });
	return {
		slug,
		titleId,
		titleEn,
		state,
		timezone: detail.region.timezone,
		mayPublish,
		mayWrite,
		...review
	};
};

const page = (slug: string) => resolve('/innovations/[slug]', { slug });
const editor = (slug: string) => resolve('/innovations/[slug]/edit', { slug });
const here = (slug: string) => resolve('/innovations/[slug]/review', { slug });

export const actions = {
	submit: formAction(StepForm, async (ctx, _, { params: { slug = '' } }) => {
		await submitInnovation(ctx, { slug });
		redirect(303, here(slug));
	}),
	take_back: formAction(StepForm, async (ctx, _, { params: { slug = '' } }) => {
		await takeBack(ctx, { slug });
		redirect(303, editor(slug));
	}),
	return: formAction(ReasonForm, async (ctx, input, { params: { slug = '' } }) => {
		await returnInnovation(ctx, { slug, ...input });
		redirect(303, here(slug));
	}),
	approve: formAction(StepForm, async (ctx, { version }, { params: { slug = '' } }) => {
		await approveInnovation(ctx, { slug, version });
		redirect(303, `${page(slug)}?published=1`);
	}),
	abandon: formAction(StepForm, async (ctx, _, { params: { slug = '' } }) => {
		await abandonRevision(ctx, { slug });
		redirect(303, page(slug));
	})
} satisfies Actions;
