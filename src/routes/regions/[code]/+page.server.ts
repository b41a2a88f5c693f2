import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { monthThen, readAsOf } from '#lib/core/as-of.ts';
import { compareSearch } from '#lib/benchmarks/compare-query.ts';
import { getRegionProfile } from '#lib/benchmarks/server/profile.ts';
import { MAX_NAMED_SERIES } from '#lib/charts/limits.ts';
import { FollowForm } from '#lib/follows/schema.ts';
import { isFollowing, setFollow } from '#lib/follows/server/follows.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';
import { readCoveragePeriod } from '#lib/observations/coverage-period.ts';
import { findCoverageExample, getCoverageView } from '#lib/observations/server/coverage-view.ts';
import { familyCodes } from '#lib/regions/family-tree.ts';
import { getFamilyTree } from '#lib/regions/server/family.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { findHost } from '#lib/visits/server/hosts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { code }, url }) => {
	if (/^\d{2}$/.test(code)) redirect(307, `${resolve('/regions')}?province=${code}`);

	const region = await getRegion(ctx, code);
	const asOf = readAsOf(url.searchParams.get('as_of'));
	const choice = readCoveragePeriod(
		url.searchParams.get('period'),
		monthThen(ctx.now(), region.timezone, asOf)
	);
	const [coverage, family, profile, { innovations }, host] = await Promise.all([
		getCoverageView(ctx, { region: code, period: choice.period, asOf }),
		getFamilyTree(ctx, code),
		getRegionProfile(ctx, code, asOf),
		listInnovations(ctx, { region: code }),
		findHost(ctx, code)
	]);
	const headline = profile.rows.find(({ kpi }) => kpi.family === 'SLA');
	return {
		region,
		asOf,
		choice,
		coverage,
		coverageExample: coverage.first === null ? await findCoverageExample(ctx) : null,
		family,
		profile,
		innovations: innovations.map(({ slug, titleId, titleEn, summaryId, summaryEn, isSample }) => ({
			slug,
			titleId,
			titleEn,
			summaryId,
			summaryEn,
			isSample
		})),
		isFollowed: await isFollowing(ctx, 'region', code),
		host: host ? { isSample: host.isSample } : null,
		compareSearch: compareSearch({
			asOf,
			kpi: headline?.kpi.code ?? null,
			regions: (family ? familyCodes(family) : [code]).slice(0, MAX_NAMED_SERIES)
		})
	};
};

export const actions = {
	follow: formAction(FollowForm, async (ctx, input, { params: { code = '' } }) => {
		await setFollow(ctx, input);
		redirect(303, `${resolve('/regions/[code]', { code })}#innovations`);
	})
} satisfies Actions;
