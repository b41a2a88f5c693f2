import { resolve } from '$app/paths';
import { completenessExport } from '#lib/observations/completeness-export.ts';
import { getRegionCompleteness } from '#lib/observations/server/region-completeness.ts';
import { exportFormat, exportResponse } from '#lib/http/server/export-response.ts';
import type { RequestHandler } from './$types';

/** How complete a region reports, as a file. */
export const GET: RequestHandler = async (event) => {
	const { params, locals } = event;
	const format = exportFormat(params.file);
	const completeness = await getRegionCompleteness(locals.ctx, params.code);
	const page = resolve('/regions/[code]/completeness', { code: completeness.region.code });
	return exportResponse(event, completenessExport(completeness, locals), format, page);
};
