import { compareModels } from '#lib/benchmarks/compare-chart.ts';
import { readCompareQuery } from '#lib/benchmarks/compare-query.ts';
import { getComparison } from '#lib/benchmarks/server/compare.ts';
import { regionsOf } from '#lib/core/access.ts';
import { DomainError } from '#lib/core/errors.ts';
import { chartResponse, type ChartFormat } from '../chart-response.ts';
import type { RequestHandler } from './$types';

const FILE_NAME = /^([A-Z0-9-]{2,20})\.(svg|png|csv)$/;

/** The chart of the comparison page, with its query, as a picture or as figures. */
export const GET: RequestHandler = async (event) => {
	const [, kpi, format] = FILE_NAME.exec(event.params.file) ?? [];
	if (kpi === undefined) throw new DomainError('not_found');
	const { ctx, locale, t } = event.locals;

	const { query } = readCompareQuery(event.url.searchParams);
	const comparison = await getComparison(ctx, { ...query, kpi, moreKpis: [] });
	const [model] = compareModels(comparison, regionsOf(ctx.actor), locale, t);
	if (!model) throw new DomainError('not_found');
	const { from, to } = comparison;
	const then = query.asOf === null ? [] : [`as-of-${query.asOf}`];
	const name = ['studi-tiru', kpi, ...query.regions, from, to, ...then].join('_');
	return chartResponse(event, model, format as ChartFormat, name);
};
