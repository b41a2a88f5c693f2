import { apiRoute } from '#lib/http/server/api-route.ts';
import { requireActor } from '#lib/core/access.ts';
import { withIdempotency } from '#lib/http/server/idempotency.ts';
import { jsonResponse } from '#lib/http/server/list-response.ts';
import { pageOf } from '#lib/http/server/page-of.ts';
import { readJson } from '#lib/http/server/read-json.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { versionedList } from '#lib/http/server/versioned-list.ts';
import { CoverageBody } from '#lib/observations/coverage-write-schema.ts';
import { coverageQuery } from '#lib/observations/coverage-schema.ts';
import { coverageMeta, coverageRows } from '#lib/observations/server/coverage-rows.ts';
import { getCoverage } from '#lib/observations/server/coverage.ts';
import { putCoverage } from '#lib/observations/server/put-coverage.ts';
import { getDataState } from '#lib/observations/server/data-version.ts';
import { columnsOf } from '../../columns-of.ts';

export const GET = apiRoute(async (event) => {
	const query = readQuery(event.url, coverageQuery);
	const { ctx } = event.locals;
	const state = { ...(await getDataState(ctx)), columns: columnsOf('/coverage') };
	return versionedList(event, state, async () => {
		const coverage = await getCoverage(ctx, { ...query, asOf: query.as_of });
		return {
			...pageOf(coverageRows(coverage), query, (row) => row),
			meta: coverageMeta(query.region, coverage)
		};
	});
});

export const PUT = apiRoute((event) =>
	withIdempotency(event, async () => {
		requireActor(event.locals.ctx.actor); // before a long body is read
		const body = await readJson(event.request, CoverageBody);
		return jsonResponse(event, await putCoverage(event.locals.ctx, body));
	})
);
