import { apiRoute } from '#lib/http/server/api-route.ts';
import { listResponse } from '#lib/http/server/list-response.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { coverageQuery } from '#lib/observations/coverage-schema.ts';
import { coverageMeta, coverageRows } from '#lib/observations/server/coverage-rows.ts';
import { getCoverage } from '#lib/observations/server/coverage.ts';
import { getDataVersion } from '#lib/observations/server/data-version.ts';

export const GET = apiRoute(async (event) => {
	const query = readQuery(event.url, coverageQuery);
	const coverage = await getCoverage(event.locals.ctx, query);
	return listResponse(event, {
		...pageOf(coverageRows(coverage), query, (row) => row),
		dataVersion: await getDataVersion(event.locals.ctx),
		meta: coverageMeta(query.region, coverage)
	});
});
