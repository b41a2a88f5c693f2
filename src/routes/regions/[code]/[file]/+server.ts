import { resolve } from '$app/paths';
import { profileExport } from '#lib/benchmarks/profile-export.ts';
import { getRegionProfile } from '#lib/benchmarks/server/profile.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { exportFormat, exportResponse } from '#lib/http/server/export-response.ts';
import type { RequestHandler } from './$types';

/** The indicators of a region's page as a file. */
export const GET: RequestHandler = async (event) => {
	const { params, locals } = event;
	const format = exportFormat(params.file);
	const region = await getRegion(locals.ctx, params.code);
	const profile = await getRegionProfile(locals.ctx, region.code);
	const table = profileExport(region, profile, await listKpis(locals.ctx), locals);
	return exportResponse(event, table, format, resolve('/regions/[code]', { code: region.code }));
};
