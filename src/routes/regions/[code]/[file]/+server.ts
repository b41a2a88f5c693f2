import { resolve } from '$app/paths';
import { readAsOf } from '#lib/core/as-of.ts';
import { kpiSearch } from '#lib/benchmarks/kpi-address.ts';
import { profileExport } from '#lib/benchmarks/profile-export.ts';
import { getRegionProfile } from '#lib/benchmarks/server/profile.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { exportFormat, exportResponse } from '#lib/http/server/export-response.ts';
import type { RequestHandler } from './$types';

/** The indicators of a region's page, with its `as_of`, as a file. */
export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const format = exportFormat(params.file);
	const region = await getRegion(locals.ctx, params.code);
	const asOf = readAsOf(url.searchParams.get('as_of'));
	const profile = await getRegionProfile(locals.ctx, region.code, asOf);
	const table = profileExport(region, profile, await listKpis(locals.ctx), locals);
	const page = resolve('/regions/[code]', { code: region.code }) + kpiSearch({ as_of: asOf });
	return exportResponse(event, table, format, page);
};
