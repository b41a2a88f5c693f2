import { monthThen, readAsOf } from '#lib/core/as-of.ts';
import { dayOf } from '#lib/core/period.ts';
import { coverageSearch, readCoveragePeriod } from '#lib/observations/coverage-period.ts';
import { getCoverageView } from '#lib/observations/server/coverage-view.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { code }, url }) => {
	const region = await getRegion(ctx, code);
	const asOf = readAsOf(url.searchParams.get('as_of'));
	const { period } = readCoveragePeriod(
		url.searchParams.get('period'),
		monthThen(ctx.now(), region.timezone, asOf)
	);
	return {
		region: { code, name: region.name },
		asOf,
		search: coverageSearch({ period, asOf }),
		coverage: await getCoverageView(ctx, { region: code, period, asOf }),
		day: dayOf(ctx.now())
	};
};
