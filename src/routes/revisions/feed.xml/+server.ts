import { resolve } from '$app/paths';
import { formatMonth } from '#lib/i18n/format.ts';
import { localName } from '#lib/i18n/translate.ts';
import { atomFeed } from '#lib/innovations/atom.ts';
import { reasonText, revisedText } from '#lib/observations/revision-text.ts';
import { getRevisionList } from '#lib/observations/server/revision-list.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, locale, t }, url }) => {
	const [kpi, region] = ['kpi', 'region'].map((name) => url.searchParams.get(name) || undefined);
	const list = await getRevisionList(ctx, { kpi, region });
	const absolute = (path: string) => new URL(path, url).href;
	const about = [list.kpi && localName(locale, list.kpi), list.region?.name].filter(Boolean);
	const language = { locale, t };
	const body = atomFeed({
		title: [t('revision.title'), ...about, t('site.name')].join(' · '),
		subtitle: t('revision.lead'),
		language: locale,
		selfUrl: absolute(url.pathname + url.search),
		pageUrl: absolute(resolve('/revisions') + url.search),
		updatedAt: list.revisions[0]?.changedAt ?? ctx.now().toISOString(),
		entries: list.revisions.map((one) => {
			const query = new URLSearchParams({ kpi: one.kpi.code, region: one.region.code });
			const place = `${one.month}-r${String(one.revision)}`;
			return {
				url: absolute(`${resolve('/revisions')}?${query.toString()}#${place}`),
				title: `${localName(locale, one.kpi)}, ${one.region.name}, ${formatMonth(locale, one.month)}`,
				summary: t('revision.summary', {
					old: revisedText(one.oldValue, one.kpi, language),
					new: revisedText(one.newValue, one.kpi, language),
					reason: reasonText(one.reason, t)
				}),
				author: one.region.name,
				publishedAt: one.changedAt,
				updatedAt: one.changedAt
			};
		})
	});
	return new Response(body, {
		headers: {
			'content-type': 'application/atom+xml; charset=utf-8',
			'cache-control': 'public, max-age=300',
			vary: 'Cookie'
		}
	});
};
