import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { AskReviewForm, DeclineReviewForm, PeerReviewForm } from '#lib/peer-reviews/schema.ts';
import {
	askForReview,
	declineReview,
	listPeerReviews,
	recordPeerReview
} from '#lib/peer-reviews/server/use-cases.ts';
import { getRegions, listRegions } from '#lib/regions/server/use-cases.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { slug }, url }) => {
	const { innovation, standpoints, ...listed } = await listPeerReviews(ctx, slug);
	const { titleId, titleEn, regionCode, validation } = innovation;
	const codes = standpoints.map((each) => each.regionCode);
	const named = codes.length === 0 ? [] : await getRegions(ctx, codes);
	return {
		slug,
		titleId,
		titleEn,
		validation,
		...listed,
		standpoints: standpoints.map(({ regionCode: code, requestId, requestNote }) => ({
			code,
			name: named.find((region) => region.code === code)?.name ?? code,
			isAsked: requestId !== null,
			requestNote
		})),
		regions: listed.mayAsk
			? (await listRegions(ctx))
					.filter(({ code }) => code !== regionCode)
					.map(({ code, name }) => ({ code, name }))
			: [],
		isSaved: url.searchParams.has('saved'),
		isSent: url.searchParams.has('sent')
	};
};

const here = (slug: string) => resolve('/innovations/[slug]/peer-review', { slug });

export const actions = {
	ask: formAction(AskReviewForm, async (ctx, input, { params: { slug = '' } }) => {
		await askForReview(ctx, slug, input);
		redirect(303, `${here(slug)}?sent=1`);
	}),
	review: formAction(PeerReviewForm, async (ctx, input, { params: { slug = '' } }) => {
		await recordPeerReview(ctx, slug, input);
		redirect(303, `${here(slug)}?saved=1`);
	}),
	decline: formAction(DeclineReviewForm, async (ctx, input, { params: { slug = '' } }) => {
		await declineReview(ctx, slug, input);
		redirect(303, here(slug));
	})
} satisfies Actions;
