import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { monthOf } from '#lib/core/period.ts';
import { readCoveragePeriod } from '#lib/observations/coverage-period.ts';
import { findCoverageExample, getCoverageView } from '#lib/observations/server/coverage-view.ts';
import { latestForRegion } from '#lib/observations/server/latest.ts';
import { getFamilyTree } from '#lib/regions/server/family.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { code }, url }) => {
	if (/^\d{2}$/.test(code)) redirect(307, `${resolve('/regions')}?province=${code}`);

	const region = await getRegion(ctx, code);
	const choice = readCoveragePeriod(
		url.searchParams.get('period'),
		monthOf(ctx.now(), region.timezone)
	);
	const [coverage, family, latest] = await Promise.all([
		getCoverageView(ctx, { region: code, period: choice.period }),
		getFamilyTree(ctx, code),
		latestForRegion(ctx, code)
	]);
	return {
		region,
		choice,
		coverage,
		coverageExample: coverage.first === null ? await findCoverageExample(ctx) : null,
		family,
		latest: latest.filter(({ kpi }) => kpi.family === 'SLA')
	};
};
