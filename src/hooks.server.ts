import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { dev } from '$app/env';
import { resolveSession, type SignedIn } from '#lib/accounts/server/sessions.ts';
import { resolveToken } from '#lib/accounts/server/tokens.ts';
import { appConfig } from '#lib/core/server/app-config.ts';
import { DomainError } from '#lib/core/errors.ts';
import { openDatabaseConnection, type Db } from '#lib/database/connection.ts';
import { isUnavailable } from '#lib/database/errors.ts';
import { keepLanguage } from '#lib/http/keep-language.ts';
import { textOf } from '#lib/http/server/error-text.ts';
import { answerPreflight, methodProblem } from '#lib/http/server/api-methods.ts';
import { log } from '#lib/http/server/log.ts';
import { readSessionCookie } from '#lib/http/server/session-cookie.ts';
import { createSharedPages } from '#lib/http/server/shared-pages.ts';
import { statusOf } from '#lib/http/statuses.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { baseLocale, isLocale, type Locale } from '#lib/i18n/translate.ts';

const now = () => new Date();
const share = createSharedPages();
let db: Db;

export const init: ServerInit = async () => {
	const config = appConfig();
	if (dev) {
		// `npm run dev` has no src/server.ts around it.
		const { prepareDatabase } = await import('#lib/database/prepare.ts');
		await prepareDatabase(config, (line) => {
			log.info(line);
		});
	}
	db = openDatabaseConnection(config.databaseUrl, (line) => {
		log.warn(line);
	});
	process.on('sveltekit:shutdown', () => void db.destroy());
};

export const handle: Handle = async ({ event, resolve }) => {
	// The language comes first: whatever fails after this line can be told in it.
	useLocale(event, chosenLocale(event) ?? baseLocale);
	event.locals.tokenRefused = false;
	event.locals.ctx = { db, actor: null, now, locale: event.locals.locale };

	const signedIn = await identify(event);
	if (signedIn?.locale && !chosenLocale(event)) useLocale(event, signedIn.locale);
	event.locals.ctx = { db, actor: signedIn?.actor ?? null, now, locale: event.locals.locale };

	const preflight = answerPreflight(event);
	if (preflight) return preflight;

	const response = await share(event, () =>
		resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.locale),
			preload: ({ type }) => type === 'js' || type === 'css' || type === 'font'
		})
	);
	if (response.status === 405 && event.url.pathname.startsWith('/api/')) {
		return methodProblem(response, event.locals.t);
	}
	const location = response.headers.get('location');
	if (location !== null && event.url.pathname !== '/language') {
		response.headers.set('location', keepLanguage(location, event.url));
	}
	if (isEmbed(event)) allowFraming(response);
	if (signedIn && !response.headers.has('cache-control')) {
		response.headers.set('cache-control', 'private, no-store');
	}
	return response;
};

/** The one place where an error becomes a status, a text for the user and a line in the log. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
	const { t } = event.locals;

	if (error instanceof DomainError) {
		return { status: statusOf(error.code), message: textOf(error, t), code: error.code };
	}
	if (isUnavailable(error)) {
		log.error({ err: error, path: event.url.pathname }, 'database unavailable');
		return { status: 503, message: t('error.unavailable'), code: 'unavailable' };
	}
	if (kind !== 'unknown') return {};

	const errorId = randomUUID();
	log.error({ err: error, errorId, path: event.url.pathname }, 'unexpected error');
	return { status: 500, message: t('error.unexpected', { errorId }), code: 'unexpected', errorId };
};

/** `?lang=`, then the cookie; the account and the default come after. */
function chosenLocale({ url, cookies }: RequestEvent): Locale | null {
	const asked = url.searchParams.get('lang');
	if (isLocale(asked)) return asked;
	const remembered = cookies.get('locale');
	return isLocale(remembered) ? remembered : null;
}

function useLocale(event: RequestEvent, locale: Locale): void {
	event.locals.locale = locale;
	event.locals.t = translateIn(locale);
}

/** Charts for other sites' pages. */
function isEmbed({ url }: RequestEvent): boolean {
	return url.pathname.startsWith('/embed/');
}

/** Only these pages may stand in a frame; their policy is otherwise that of every page. */
function allowFraming({ headers }: Response): void {
	const policy = headers.get('content-security-policy');
	if (policy === null) return;
	headers.set(
		'content-security-policy',
		policy.replace("frame-ancestors 'none'", 'frame-ancestors *')
	);
}

/**
 * Pages know people by their session cookie, the API by a bearer token and nothing else. In a frame
 * of another site nobody is signed in.
 */
async function identify(event: RequestEvent): Promise<Omit<SignedIn, 'sessionId'> | null> {
	if (isEmbed(event)) return null;
	if (!event.url.pathname.startsWith('/api/')) {
		return resolveSession({ db, now }, readSessionCookie(event.cookies, event.url));
	}
	const header = event.request.headers.get('authorization');
	if (header === null) return null;

	const token = /^Bearer ([\w.-]+)$/i.exec(header)?.[1];
	const signedIn = token === undefined ? null : await resolveToken({ db, now }, token);
	event.locals.tokenRefused = signedIn === null;
	return signedIn;
}
