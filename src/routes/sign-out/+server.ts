import { redirect } from '@sveltejs/kit';
import { endSession } from '#lib/accounts/server/sessions.ts';
import { clearSessionCookie, readSessionCookie } from '#lib/http/server/session-cookie.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ cookies, locals, url, setHeaders }) => {
	await endSession(locals.ctx, readSessionCookie(cookies, url));
	clearSessionCookie(cookies, url);
	setHeaders({ 'clear-site-data': '"cache", "storage"' });
	redirect(303, '/');
};
