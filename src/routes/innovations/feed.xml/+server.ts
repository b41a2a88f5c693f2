import { resolve } from '$app/paths';
import * as v from 'valibot';
import { getService } from '#lib/catalogue/server/use-cases.ts';
import { RegionCode, ServiceCode } from '#lib/http/query-values.ts';
import { readQuery } from '#lib/http/server/read-query.ts';
import { localName } from '#lib/i18n/translate.ts';
import { atomFeed } from '#lib/innovations/atom.ts';
import { listSearch } from '#lib/innovations/list-address.ts';
import { localText } from '#lib/innovations/local-text.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import type { RequestHandler } from './$types';

const MAX_ENTRIES = 50;

/** A feed of one region, of one service, or of both; what cannot be read is refused. */
const FEED_QUERY = { region: v.optional(RegionCode), service: v.optional(ServiceCode) };

export const GET: RequestHandler = async ({ locals: { ctx, locale, t }, url }) => {
	const { region, service } = readQuery(url, FEED_QUERY);
	const place = region === undefined ? null : await getRegion(ctx, region);
	const about = service === undefined ? null : await getService(ctx, service);
	const { innovations } = await listInnovations(ctx, { region });
	const changed = innovations
		.filter(({ serviceCodes }) => service === undefined || serviceCodes.includes(service))
		.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
	const names = [place?.name, about && localName(locale, about)].filter(Boolean);
	const search = listSearch({ region, service });
	const absolute = (path: string) => new URL(path, url).href;
	const body = atomFeed({
		title: [t('innovation.feedTitle'), ...names, t('site.name')].join(' · '),
		subtitle: t('innovation.listLead'),
		language: locale,
		selfUrl: absolute(resolve('/innovations/feed.xml') + search),
		pageUrl: absolute(resolve('/innovations') + search),
		updatedAt: changed[0]?.updatedAt ?? ctx.now().toISOString(),
		entries: changed.slice(0, MAX_ENTRIES).map((innovation) => ({
			url: absolute(resolve('/innovations/[slug]', { slug: innovation.slug })),
			title: localText(locale, { id: innovation.titleId, en: innovation.titleEn }).text,
			summary: localText(locale, { id: innovation.summaryId, en: innovation.summaryEn }).text,
			author: innovation.region.name,
			publishedAt: innovation.publishedAt ?? innovation.updatedAt,
			updatedAt: innovation.updatedAt
		}))
	});
	return new Response(body, {
		headers: {
			'content-type': 'application/atom+xml; charset=utf-8',
			'cache-control': 'public, max-age=300',
			vary: 'Cookie'
		}
	});
};
