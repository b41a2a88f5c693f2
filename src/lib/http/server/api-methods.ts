import type { RequestEvent } from '@sveltejs/kit';
import type { Translate } from '#lib/i18n/translate.ts';
import { problem } from './problem-response.ts';

const A_DAY_S = 86_400;

/**
 * What a browser asks before a script of another site may send a token or a condition to the API
 * (CORS). Any site may: nothing but a bearer token is looked at. Undefined for all other requests.
 */
export function answerPreflight({ request, url }: RequestEvent): Response | undefined {
	if (request.method !== 'OPTIONS' || !url.pathname.startsWith('/api/')) return undefined;
	return new Response(null, {
		status: 204,
		headers: {
			'access-control-allow-origin': '*',
			'access-control-allow-methods': 'GET, HEAD, PUT, POST',
			'access-control-allow-headers':
				'Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-None-Match',
			'access-control-max-age': String(A_DAY_S)
		}
	});
}

/** The framework's plain refusal of a method, as the problem document that the API promises. */
export function methodProblem(refusal: Response, t: Translate): Response {
	const allowed = refusal.headers.get('allow') ?? '';
	const response = problem(405, {
		code: 'METHOD_NOT_ALLOWED',
		title: t('api.methodNotAllowed'),
		detail: t('api.methodsAllowed', { methods: allowed })
	});
	response.headers.set('allow', allowed);
	response.headers.set('access-control-allow-origin', '*');
	return response;
}
