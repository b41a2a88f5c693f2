import type { RequestHandler } from './$types';

const CLOSED = [
	...['account', 'admin', 'ask', 'dashboard', 'entry', 'notifications'],
	...['review', 'setup', 'sign-in', 'visits']
];

/** What search engines should leave out: pages that need an account, and questions. */
export const GET: RequestHandler = ({ url }) =>
	new Response(
		[
			'User-agent: *',
			...CLOSED.map((name) => `Disallow: /${name}`),
			'Allow: /',
			`Sitemap: ${url.origin}/sitemap.xml`,
			''
		].join('\n'),
		{
			headers: {
				'content-type': 'text/plain; charset=utf-8',
				'cache-control': 'public, max-age=3600'
			}
		}
	);
