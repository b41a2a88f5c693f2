import { resolve } from '$app/paths';
import {
	REVISIONS_FILE,
	revisionExport,
	revisionExportParts
} from '#lib/observations/revision-export.ts';
import { newestRevisions, revisionSlices } from '#lib/observations/server/revision-list.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { exportFormat, exportResponse, longCsvResponse } from '#lib/http/server/export-response.ts';
import type { RequestHandler } from './$types';

/** The revisions of a KPI, of a region, of both or of all, as a file: a CSV holds every one. */
export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const format = exportFormat(params.file);
	const [kpi, region] = ['kpi', 'region'].map((name) => url.searchParams.get(name) || undefined);
	const search = new URLSearchParams({ ...(kpi && { kpi }), ...(region && { region }) }).toString();
	const page = resolve('/revisions') + (search && `?${search}`);
	const kpis = await listKpis(locals.ctx);
	if (format === 'csv') {
		const slices = await revisionSlices(locals.ctx, { kpi, region });
		const parts = revisionExportParts(slices, kpis, locals);
		return longCsvResponse(event, parts, REVISIONS_FILE, page);
	}
	const { revisions, isCut } = await newestRevisions(locals.ctx, { kpi, region });
	return exportResponse(event, revisionExport(revisions, kpis, locals, { isCut }), format, page);
};
