import { resolve } from '$app/paths';
import { revisionExport } from '#lib/observations/revision-export.ts';
import { getAllRevisions } from '#lib/observations/server/revision-list.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { exportFormat, exportResponse } from '#lib/http/server/export-response.ts';
import type { RequestHandler } from './$types';

/** The revisions of a KPI, of a region, of both or of all, as a file. */
export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const format = exportFormat(params.file);
	const [kpi, region] = ['kpi', 'region'].map((name) => url.searchParams.get(name) || undefined);
	const revisions = await getAllRevisions(locals.ctx, { kpi, region });
	const search = new URLSearchParams({ ...(kpi && { kpi }), ...(region && { region }) }).toString();
	const page = resolve('/revisions') + (search && `?${search}`);
	const table = revisionExport(revisions, await listKpis(locals.ctx), locals);
	return exportResponse(event, table, format, page);
};
