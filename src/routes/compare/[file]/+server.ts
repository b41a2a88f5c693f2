import { resolve } from '$app/paths';
import { compareModels } from '#lib/benchmarks/compare-chart.ts';
import { compareExport } from '#lib/benchmarks/compare-export.ts';
import { compareSearch, readCompareQuery } from '#lib/benchmarks/compare-query.ts';
import { getComparison } from '#lib/benchmarks/server/compare.ts';
import { regionsOf } from '#lib/core/access.ts';
import { DomainError } from '#lib/core/errors.ts';
import { exportFormat, exportResponse } from '#lib/http/server/export-response.ts';
import type { RequestHandler } from './$types';

/** All indicators of a comparison, as the chosen way to look shows them, as a file. */
export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const format = exportFormat(params.file);
	const { query } = readCompareQuery(url.searchParams);
	if (query.kpi === null) throw new DomainError('not_found');
	const comparison = await getComparison(locals.ctx, query);
	const models = compareModels(comparison, regionsOf(locals.ctx.actor), locals.locale, locals.t);
	const page = resolve('/compare') + compareSearch(query);
	return exportResponse(event, compareExport(comparison, models, locals), format, page);
};
