import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { compareSearch, readCompareQuery } from '#lib/benchmarks/compare-query.ts';
import { getCompare } from '#lib/benchmarks/server/compare.ts';
import { listPresets } from '#lib/benchmarks/server/compare-presets.ts';
import { listGroupChoices } from '#lib/benchmarks/server/group-choices.ts';
import { listMonths } from '#lib/benchmarks/server/latest-month.ts';
import { findTyped, listChoices } from '#lib/benchmarks/server/region-choices.ts';
import { canRoll } from '#lib/benchmarks/series.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { regionsOf } from '#lib/core/access.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	await resolveTyped(ctx, url);
	const { query, problems } = readCompareQuery(url.searchParams);
	const kpis = await listKpis(ctx);
	const kpi = kpis.find(({ code }) => code === query.kpi) ?? null;
	const regions = await getRegions(ctx, query.regions);
	return {
		query,
		problems,
		ownRegions: regionsOf(ctx.actor),
		kpis: kpis.map(({ code, nameId, nameEn, groupCode }) => ({ code, nameId, nameEn, groupCode })),
		regions: query.regions.flatMap((code) => {
			const region = regions.find((candidate) => candidate.code === code);
			return region ? [{ code, name: region.name }] : [];
		}),
		series: query.kpi === null ? null : await getCompare(ctx, query),
		canRoll: kpi !== null && canRoll(kpi),
		months: kpi === null ? [] : await listMonths(ctx, kpi),
		// A family has too few members for a band; it is compared region by region.
		groups: await listGroupChoices(ctx, []),
		choices: await listChoices(ctx),
		presets: await listPresets(ctx, query.regions[0] ?? regionsOf(ctx.actor)[0] ?? null)
	};
};

/** A name typed in the form becomes a code, and the address again one that can be shared. */
async function resolveTyped(ctx: App.Locals['ctx'], url: URL): Promise<void> {
	const typed = url.searchParams.get('add');
	const code = typed === null ? null : await findTyped(ctx, typed);
	if (code === null) return;
	const parameters = new URLSearchParams(url.searchParams);
	parameters.set('add', code);
	redirect(303, resolve('/compare') + compareSearch(readCompareQuery(parameters).query));
}
