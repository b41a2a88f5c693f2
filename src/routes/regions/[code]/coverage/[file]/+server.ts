import { resolve } from '$app/paths';
import { monthThen, readAsOf } from '#lib/core/as-of.ts';
import { coverageExport } from '#lib/observations/coverage-export.ts';
import { coverageSearch, readCoveragePeriod } from '#lib/observations/coverage-period.ts';
import { getCoverageView } from '#lib/observations/server/coverage-view.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { exportFormat, exportResponse } from '#lib/http/server/export-response.ts';
import type { RequestHandler } from './$types';

/** The coverage matrix of a region's page, on the day that its query names, as a file. */
export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const format = exportFormat(params.file);
	const region = await getRegion(locals.ctx, params.code);
	const asOf = readAsOf(url.searchParams.get('as_of'));
	const thisMonth = monthThen(locals.ctx.now(), region.timezone, asOf);
	const { period } = readCoveragePeriod(url.searchParams.get('period'), thisMonth);
	const view = await getCoverageView(locals.ctx, { region: region.code, period, asOf });
	const search = coverageSearch({ period, asOf });
	const page = `${resolve('/regions/[code]', { code: region.code })}${search}#coverage`;
	return exportResponse(event, coverageExport(region, view, locals), format, page);
};
