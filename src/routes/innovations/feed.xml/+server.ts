import { resolve } from '$app/paths';
import { atomFeed } from '#lib/innovations/atom.ts';
import { localText } from '#lib/innovations/local-text.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';
import type { RequestHandler } from './$types';

const MAX_ENTRIES = 50;

export const GET: RequestHandler = async ({ locals: { ctx, locale, t }, url }) => {
	const { innovations } = await listInnovations(ctx);
	const changed = innovations.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
	const absolute = (path: string) => new URL(path, url).href;
	const body = atomFeed({
		title: `${t('innovation.feedTitle')} · ${t('site.name')}`,
		subtitle: t('innovation.listLead'),
		language: locale,
		selfUrl: absolute(resolve('/innovations/feed.xml')),
		pageUrl: absolute(resolve('/innovations')),
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
