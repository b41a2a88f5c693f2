import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { compareSearch, readCompareQuery } from '#lib/benchmarks/compare-query.ts';
import { packComparison } from '#lib/benchmarks/packed-comparison.ts';
import { getComparison } from '#lib/benchmarks/server/compare.ts';
import { listPresets } from '#lib/benchmarks/server/compare-presets.ts';
import { listGroupChoices } from '#lib/benchmarks/server/group-choices.ts';
import { listMonths, listMonthsKnown } from '#lib/benchmarks/server/latest-month.ts';
import { findTyped, listChoices } from '#lib/benchmarks/server/region-choices.ts';
import { browseRegions } from '#lib/benchmarks/server/browse-regions.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { regionsOf } from '#lib/core/access.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import { listHosts } from '#lib/visits/server/hosts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	await settleAddress(ctx, url);
	const { query, problems } = readCompareQuery(url.searchParams);
	const kpis = await listKpis(ctx);
	const kpi = kpis.find(({ code }) => code === query.kpi) ?? null;
	const regions = await getRegions(ctx, query.regions);
	const isFilled = query.kpi !== null && (query.regions.length > 0 || query.group !== null);
	return {
		query,
		problems,
		ownRegions: regionsOf(ctx.actor),
		kpis: kpis.map(({ code, nameId, nameEn, groupCode }) => ({ code, nameId, nameEn, groupCode })),
		regions: query.regions.flatMap((code) => {
			const region = regions.find((candidate) => candidate.code === code);
			return region ? [{ code, name: region.name }] : [];
		}),
		comparison: isFilled ? packComparison(await getComparison(ctx, query)) : null,
		months:
			kpi === null
				? []
				: query.asOf === null
					? await listMonths(ctx, kpi)
					: await listMonthsKnown(ctx, kpi, { asOf: query.asOf }),
		groups: await listGroupChoices(ctx, regions),
		choices: await listChoices(ctx),
		hosts: (await listHosts(ctx)).map(({ regionCode }) => regionCode),
		browse: await browseRegions(ctx, url.searchParams.get('province')),
		presets: await listPresets(ctx, query.regions[0] ?? regionsOf(ctx.actor)[0] ?? null)
	};
};

/**
 * What a form sent becomes the address that people share: a typed name its code, checkboxes one
 * list, and nothing in it that is the default.
 */
async function settleAddress(ctx: App.Locals['ctx'], url: URL): Promise<void> {
	const parameters = new URLSearchParams(url.searchParams);
	const typed = parameters.get('add');
	const code = typed === null ? null : await findTyped(ctx, typed);
	if (code !== null) parameters.set('add', code);
	const isUnknown = typed !== null && typed !== '' && code === null;
	const isList = ['regions', 'kpi'].some((name) => parameters.getAll(name).length > 1);
	if (isUnknown || !(code !== null || isList || parameters.has('remove'))) return;
	const { query, problems } = readCompareQuery(parameters);
	if (problems.length > 0) return;
	redirect(303, resolve('/compare') + compareSearch(query));
}
