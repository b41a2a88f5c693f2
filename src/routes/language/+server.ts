import { redirect } from '@sveltejs/kit';
import { rememberLocale } from '#lib/accounts/server/administration.ts';
import { safeNext } from '#lib/http/safe-next.ts';
import { isLocale } from '#lib/i18n/translate.ts';
import type { RequestHandler } from './$types';

const YEAR_SECONDS = 365 * 24 * 3600;

/** Changes the language and goes back to where the reader was. */
export const POST: RequestHandler = async ({ request, cookies, locals, url }) => {
	const form = await request.formData();
	const locale = form.get('locale');
	const next = form.get('next');

	if (typeof locale === 'string' && isLocale(locale)) {
		cookies.set('locale', locale, {
			path: '/',
			maxAge: YEAR_SECONDS,
			sameSite: 'lax',
			secure: url.protocol === 'https:'
		});
		await rememberLocale(locals.ctx, locale);
	}
	redirect(303, withoutLang(safeNext(typeof next === 'string' ? next : null)));
};

/** `?lang=` in the address would win over the choice just made. */
function withoutLang(path: string): string {
	const url = new URL(path, 'http://site.invalid');
	url.searchParams.delete('lang');
	return url.pathname + url.search + url.hash;
}
