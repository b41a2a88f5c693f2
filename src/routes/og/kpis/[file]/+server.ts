import * as v from 'valibot';
import { kpiSpread } from '#lib/benchmarks/kpi-charts.ts';
import { KpiPageQuery } from '#lib/benchmarks/schema.ts';
import { getRanking } from '#lib/benchmarks/server/ranking.ts';
import { shareSvg } from '#lib/charts/share-svg.ts';
import { DomainError } from '#lib/core/errors.ts';
import { localName } from '#lib/i18n/translate.ts';
import { pictureResponse, sourceLine } from '../../../charts/chart-response.ts';
import type { RequestHandler } from './$types';

/** The spread of a KPI's values as the picture of its page when it is shared. */
export const GET: RequestHandler = async (event) => {
	const [, code] = /^([A-Z0-9-]{2,20})\.png$/.exec(event.params.file) ?? [];
	if (code === undefined) throw new DomainError('not_found');
	const { ctx, locale, t } = event.locals;
	const query = v.parse(KpiPageQuery, Object.fromEntries(event.url.searchParams));
	const ranking = await getRanking(ctx, {
		kpi: code,
		month: query.month,
		asOf: query.as_of,
		...(query.group !== undefined && { group: query.group })
	});
	const highlight = { own: null, selected: query.regions };
	const model = {
		...kpiSpread(ranking, highlight, { locale, t }),
		title: localName(locale, ranking.kpi)
	};
	const svg = shareSvg(model, { site: t('site.name'), source: sourceLine(event) });
	return pictureResponse(event, svg, `studi-tiru_${code}`);
};
