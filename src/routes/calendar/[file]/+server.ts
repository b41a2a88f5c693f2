import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { readFeed } from '#lib/visits/server/feeds.ts';
import { baseLocale } from '#lib/i18n/translate.ts';
import type { RequestHandler } from './$types';

/** `/calendar/{token}.ics`: the address is the key, so it is neither logged nor cached by others. */
export const GET: RequestHandler = async ({ locals, params, request, url }) => {
	const token = /^([\w.-]{1,200})\.ics$/.exec(params.file)?.[1];
	if (token === undefined) error(404);
	const ctx = { ...locals.ctx, locale: baseLocale };
	const text = await readFeed(ctx, { token, origin: url.origin });
	const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
	const headers = {
		etag,
		'content-type': 'text/calendar; charset=utf-8',
		'content-disposition': 'inline; filename="studi-tiru.ics"',
		'cache-control': 'private, no-cache'
	};
	if (request.headers.get('if-none-match') === etag) {
		return new Response(null, { status: 304, headers });
	}
	return new Response(text, { headers });
};
