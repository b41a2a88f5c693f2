import { cardSvg } from '#lib/charts/card-svg.ts';
import { readAsOf } from '#lib/core/as-of.ts';
import { DomainError } from '#lib/core/errors.ts';
import { localName } from '#lib/i18n/translate.ts';
import { coverageSentence } from '#lib/observations/coverage-sentence.ts';
import { getCoverageView } from '#lib/observations/server/coverage-view.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { pictureResponse, sourceLine } from '../../../charts/chart-response.ts';
import type { RequestHandler } from './$types';

/** How far a region's services reach, as the picture of its page when it is shared. */
export const GET: RequestHandler = async (event) => {
	const [, code] = /^(\d{2}\.\d{2})\.png$/.exec(event.params.file) ?? [];
	if (code === undefined) throw new DomainError('not_found');
	const { ctx, locale, t } = event.locals;
	const region = await getRegion(ctx, code);
	const asOf = readAsOf(event.url.searchParams.get('as_of'));
	const coverage = await getCoverageView(ctx, { region: code, asOf });
	const rows = coverage.rows.length === 0 ? [] : coverage.summary;
	const svg = cardSvg({
		title: region.name,
		subtitle: t('og.region.subtitle', { province: region.provinceName }),
		sampleMark: coverage.hasSample ? t('chart.sample') : '',
		lead:
			coverageSentence(coverage, locale, t) ||
			t('region.description', { name: region.name, province: region.provinceName }),
		rows: rows.map(({ covered, districts }, i) => {
			const service = coverage.services[i];
			return {
				label: service ? localName(locale, service) : '',
				text: t('chart.cases_of', { numerator: covered, denominator: districts }),
				share: districts === 0 ? null : covered / districts
			};
		}),
		site: t('site.name'),
		source: sourceLine(event)
	});
	return pictureResponse(event, svg, `studi-tiru_${code}`);
};
