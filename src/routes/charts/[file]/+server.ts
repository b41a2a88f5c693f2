import { compareModel } from '#lib/benchmarks/compare-chart.ts';
import { readCompareQuery } from '#lib/benchmarks/compare-query.ts';
import { getCompare } from '#lib/benchmarks/server/compare.ts';
import { chartCsv } from '#lib/charts/csv.ts';
import { renderSvg } from '#lib/charts/svg.ts';
import { DomainError } from '#lib/core/errors.ts';
import { dayOf } from '#lib/core/period.ts';
import { regionsOf } from '#lib/core/access.ts';
import { formatDay } from '#lib/i18n/format.ts';
import type { RequestHandler } from './$types';

const FILE_NAME = /^([A-Z0-9-]{2,20})\.(svg|csv)$/;
const WIDTH = 900;

/** The chart of the comparison page, with its query, as a picture or as figures to download. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	const [, kpi, format] = FILE_NAME.exec(params.file) ?? [];
	if (kpi === undefined) throw new DomainError('not_found');
	const { ctx, locale, t } = locals;

	const { query } = readCompareQuery(url.searchParams);
	const series = await getCompare(ctx, { ...query, kpi });
	const model = compareModel(series, regionsOf(ctx.actor), locale, t);
	const name = ['studi-tiru', kpi, ...query.regions, series.from, series.to].join('_');
	const isSvg = format === 'svg';
	const source = t('compare.source', { day: formatDay(locale, dayOf(ctx.now())) });
	const body = isSvg
		? renderSvg(model, { width: WIDTH, id: 'chart', standalone: { source } })
		: chartCsv(model);
	return new Response(body, {
		headers: {
			'content-type': isSvg ? 'image/svg+xml; charset=utf-8' : 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}.${isSvg ? 'svg' : 'csv'}"`,
			'cache-control': 'private, no-cache'
		}
	});
};
