import { dayOf, monthOf } from '#lib/core/period.ts';
import { readCoveragePeriod } from '#lib/observations/coverage-period.ts';
import { getCoverageView } from '#lib/observations/server/coverage-view.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { code }, url }) => {
	const region = await getRegion(ctx, code);
	const { period } = readCoveragePeriod(
		url.searchParams.get('period'),
		monthOf(ctx.now(), region.timezone)
	);
	return {
		region: { code, name: region.name },
		period,
		coverage: await getCoverageView(ctx, { region: code, period }),
		day: dayOf(ctx.now())
	};
};
