import { cardSvg } from '#lib/charts/card-svg.ts';
import { DomainError } from '#lib/core/errors.ts';
import { localName } from '#lib/i18n/translate.ts';
import { localText } from '#lib/innovations/local-text.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { startedText } from '#lib/innovations/started.ts';
import { pictureResponse, sourceLine } from '../../../charts/chart-response.ts';
import type { RequestHandler } from './$types';

/** What an innovation is and where, as the picture of its page when it is shared. */
export const GET: RequestHandler = async (event) => {
	const [, slug] = /^([a-z0-9-]{1,120})\.png$/.exec(event.params.file) ?? [];
	if (slug === undefined) throw new DomainError('not_found');
	const { ctx, locale, t } = event.locals;
	const { innovation, region, services } = await getInnovation(ctx, slug);
	const title = localText(locale, { id: innovation.titleId, en: innovation.titleEn });
	const summary = localText(locale, { id: innovation.summaryId, en: innovation.summaryEn });
	const started = startedText(locale, innovation);
	const svg = cardSvg({
		title: title.text,
		subtitle: started ? `${region.name}, ${t('innovation.since', { when: started })}` : region.name,
		sampleMark: innovation.isSample === 1 ? t('chart.sample') : '',
		lead: [summary.text, services.map((service) => localName(locale, service)).join(' · ')]
			.filter((text) => text !== '')
			.join(' '),
		rows: [],
		site: t('site.name'),
		source: sourceLine(event)
	});
	return pictureResponse(event, svg, `studi-tiru_${slug}`);
};
