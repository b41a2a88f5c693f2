import type { Cookies } from '@sveltejs/kit';

/** `__Host-` binds the cookie to this host and to https; plain http on localhost cannot have it. */
function cookieName(url: URL): string {
	return url.protocol === 'https:' ? '__Host-session' : 'session';
}

const WEEK_SECONDS = 7 * 24 * 3600;

export function readSessionCookie(cookies: Cookies, url: URL): string | undefined {
	return cookies.get(cookieName(url));
}

export function setSessionCookie(cookies: Cookies, url: URL, token: string): void {
	cookies.set(cookieName(url), token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: WEEK_SECONDS
	});
}

export function clearSessionCookie(cookies: Cookies, url: URL): void {
	cookies.delete(cookieName(url), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
}
