import * as v from 'valibot';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { listPage } from '#lib/innovations/list-page.ts';
import { InnovationSearch } from '#lib/innovations/query-schema.ts';
import { listDrafts } from '#lib/innovations/server/drafts.ts';
import { excerptsFor } from '#lib/innovations/server/excerpts.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';
import { listPlaces } from '#lib/innovations/server/places.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const search = v.parse(InnovationSearch, Object.fromEntries(url.searchParams));
	const { page: wanted, ...query } = search;
	const { innovations, facets, words } = await listInnovations(ctx, query);
	const { shown, page, pages } = listPage(innovations, wanted);
	const ids = shown.map(({ id }) => id);
	const kpi = query.kpi && (await listKpis(ctx)).find(({ code }) => code === query.kpi);
	return {
		search: { ...search, page },
		facets,
		innovations: shown,
		excerpts: await excerptsFor(ctx, ids, words),
		total: innovations.length,
		pages,
		kpi: kpi ? { nameId: kpi.nameId, nameEn: kpi.nameEn } : null,
		drafts: ctx.actor ? await listDrafts(ctx) : [],
		mayWrite: ctx.actor !== null && (await listPlaces(ctx)).length > 0
	};
};
