import type { RequestEvent } from '@sveltejs/kit';
import { readAsOf } from '#lib/core/as-of.ts';
import { dayOf } from '#lib/core/period.ts';
import { fileResponse } from '#lib/http/server/file-response.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { chartCsv } from '#lib/charts/csv.ts';
import type { ChartModel } from '#lib/charts/model.ts';
import { shareSvg } from '#lib/charts/share-svg.ts';
import { renderSvg } from '#lib/charts/svg.ts';
import { pictureKey, renderPng } from '#lib/charts/server/png.ts';
import { svgPolicy } from '#lib/charts/server/svg-policy.ts';

export type ChartFormat = 'svg' | 'png' | 'csv';

const WIDTH = 900;

/** The last line of a picture: source, licence, the day it was made and the one it looks back to. */
export function sourceLine({ url, locals: { locale, t, ctx } }: RequestEvent): string {
	const asOf = readAsOf(url.searchParams.get('as_of'));
	const source = t('compare.source', { day: formatDay(locale, dayOf(ctx.now())) });
	return asOf === null ? source : `${source} ${t('asOf.mark', { day: formatDay(locale, asOf) })}`;
}

/** A chart as a file. @param name without its ending, such as `studi-tiru_ADM-SLA-KTP_36.71` */
export function chartResponse(
	event: RequestEvent,
	model: ChartModel,
	format: ChartFormat,
	name: string
): Promise<Response> {
	switch (format) {
		case 'csv': {
			const csv = chartCsv(model);
			return fileResponse(event, {
				type: 'text/csv; charset=utf-8',
				name: `${name}.csv`,
				disposition: 'attachment',
				version: csv,
				body: () => csv
			});
		}
		case 'svg': {
			const standalone = { source: sourceLine(event) };
			const svg = renderSvg(model, { width: WIDTH, id: 'chart', standalone });
			return fileResponse(event, {
				type: 'image/svg+xml; charset=utf-8',
				name: `${name}.svg`,
				disposition: 'inline',
				version: svg,
				headers: { 'content-security-policy': svgPolicy },
				body: () => svg
			});
		}
		case 'png':
			return pictureResponse(
				event,
				shareSvg(model, { site: event.locals.t('site.name'), source: sourceLine(event) }),
				name
			);
	}
}

/** A drawing as a PNG file. */
export function pictureResponse(event: RequestEvent, svg: string, name: string): Promise<Response> {
	return fileResponse(event, {
		type: 'image/png',
		name: `${name}.png`,
		disposition: 'inline',
		version: pictureKey(svg),
		body: () => renderPng(svg)
	});
}
