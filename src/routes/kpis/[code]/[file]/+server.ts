import * as v from 'valibot';
import { resolve } from '$app/paths';
import { kpiSearch } from '#lib/benchmarks/kpi-address.ts';
import { kpiExport } from '#lib/benchmarks/kpi-export.ts';
import { KpiPageQuery } from '#lib/benchmarks/schema.ts';
import { getRanking } from '#lib/benchmarks/server/ranking.ts';
import { exportFormat, exportResponse } from '#lib/http/server/export-response.ts';
import type { RequestHandler } from './$types';

/** The ranking, spread and funnel of a KPI's page, with its query, as a file. */
export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const format = exportFormat(params.file);
	const { month, group, as_of } = v.parse(KpiPageQuery, Object.fromEntries(url.searchParams));
	const ranking = await getRanking(locals.ctx, {
		kpi: params.code,
		month,
		asOf: as_of,
		...(group !== undefined && { group })
	});
	const page =
		resolve('/kpis/[code]', { code: ranking.kpi.code }) + kpiSearch({ month, group, as_of });
	return exportResponse(event, kpiExport(ranking, locals), format, page);
};
