import { resolve } from '$app/paths';
import { asOfSearch, readAsOf } from '#lib/core/as-of.ts';
import { completenessExport } from '#lib/observations/completeness-export.ts';
import { getRegionCompleteness } from '#lib/observations/server/region-completeness.ts';
import { exportFormat, exportResponse } from '#lib/http/server/export-response.ts';
import type { RequestHandler } from './$types';

/** How complete a region reports, with its page's `as_of`, as a file. */
export const GET: RequestHandler = async (event) => {
	const { params, locals, url } = event;
	const format = exportFormat(params.file);
	const asOf = readAsOf(url.searchParams.get('as_of'));
	const completeness = await getRegionCompleteness(locals.ctx, params.code, asOf);
	const page =
		resolve('/regions/[code]/completeness', { code: completeness.region.code }) + asOfSearch(asOf);
	return exportResponse(event, completenessExport(completeness, locals), format, page);
};
