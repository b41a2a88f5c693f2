import { resolve } from '$app/paths';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { sitemap } from '#lib/http/sitemap.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import { listHosts } from '#lib/visits/server/hosts.ts';
import type { RequestHandler } from './$types';

const PAGES = [
	...['/', '/innovations', '/kpis', '/compare', '/regions', '/hosts'],
	...['/developers', '/about', '/privacy', '/accessibility']
] as const;

export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
	const [regions, kpis, hosts, { innovations }] = await Promise.all([
		listRegions(ctx),
		listKpis(ctx),
		listHosts(ctx),
		listInnovations(ctx)
	]);
	const at = (path: string) => ({ url: url.origin + path });
	const body = sitemap([
		...PAGES.map((path) => at(resolve(path))),
		...innovations.map(({ slug, updatedAt }) => ({
			...at(resolve('/innovations/[slug]', { slug })),
			changedOn: updatedAt.slice(0, 10)
		})),
		...regions.map(({ code }) => at(resolve('/regions/[code]', { code }))),
		...kpis.map(({ code }) => at(resolve('/kpis/[code]', { code }))),
		...hosts.map(({ regionCode }) => at(resolve('/hosts/[region]', { region: regionCode })))
	]);
	return new Response(body, {
		headers: {
			'content-type': 'application/xml; charset=utf-8',
			'cache-control': 'public, max-age=3600'
		}
	});
};
