import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { resolve } from '$app/paths';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { FollowForm } from '#lib/follows/schema.ts';
import { isFollowing, setFollow } from '#lib/follows/server/follows.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import { filterLabels } from '#lib/innovations/filter-labels.ts';
import { withSectionNames } from '#lib/innovations/section-names.ts';
import { InnovationSearch } from '#lib/innovations/query-schema.ts';
import { listDrafts } from '#lib/innovations/server/drafts.ts';
import { findPage } from '#lib/innovations/server/find-innovations.ts';
import { listPlaces } from '#lib/innovations/server/places.ts';
import { regionsLikeMine } from '#lib/innovations/server/regions-like-mine.ts';
import { ForgetSearchForm, SaveSearchForm } from '#lib/search/schema.ts';
import { forgetSearch, listSavedSearches, saveSearch } from '#lib/search/server/saved-searches.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, t }, url }) => {
	const search = v.parse(InnovationSearch, Object.fromEntries(url.searchParams));
	const alike = await regionsLikeMine(ctx);
	const { page, like, ...query } = search;
	const regions = like && alike ? alike : undefined;
	const { excerpts, ...found } = await findPage(ctx, { ...query, regions }, page);
	const kpi =
		query.kpi === undefined
			? undefined
			: (await listKpis(ctx)).find(({ code }) => code === query.kpi);
	const shown = { ...search, like: regions ? like : undefined, page: found.page };
	const { locale } = ctx;
	return {
		search: shown,
		found,
		excerpts: withSectionNames(excerpts, t),
		filters: filterLabels(shown, { locale, t, facets: found.facets, kpi }),
		mayLookAlike: alike !== null,
		follows: {
			region: query.region ? await isFollowing(ctx, 'region', query.region) : null,
			service: query.service ? await isFollowing(ctx, 'service', query.service) : null
		},
		saved: await listSavedSearches(ctx),
		isSignedIn: ctx.actor !== null,
		drafts: ctx.actor ? await listDrafts(ctx) : [],
		mayWrite: ctx.actor !== null && (await listPlaces(ctx)).length > 0
	};
};

export const actions = {
	save: formAction(SaveSearchForm, async (ctx, input) => {
		await saveSearch(ctx, input);
		redirect(303, resolve('/innovations') + input.query);
	}),
	follow: formAction(FollowForm, async (ctx, input, { url }) => {
		await setFollow(ctx, input);
		redirect(303, resolve('/innovations') + url.search.replace(/&?\/follow=?$/, ''));
	}),
	forget: formAction(ForgetSearchForm, async (ctx, input) => {
		await forgetSearch(ctx, input);
		redirect(303, resolve('/innovations'));
	})
} satisfies Actions;
