import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { DomainError } from '#lib/core/errors.ts';
import { isUnavailable } from '#lib/database/errors.ts';
import { log } from './log.ts';
import { problem, problemResponse } from './problem-response.ts';

/**
 * Wraps an endpoint of `/api/v1`: whatever it throws becomes a problem document, and every
 * answer may be read from other sites (no cookie is looked at here, only bearer tokens).
 */
export function apiRoute<E extends RequestEvent>(
	handle: (event: E) => Promise<Response> | Response
): (event: E) => Promise<Response> {
	return async (event) => {
		const response = await answer(event, handle);
		response.headers.set('access-control-allow-origin', '*');
		response.headers.set('access-control-expose-headers', 'ETag, Link, X-Request-Id');
		return response;
	};
}

async function answer<E extends RequestEvent>(
	event: E,
	handle: (event: E) => Promise<Response> | Response
): Promise<Response> {
	const { t, tokenRefused } = event.locals;
	try {
		if (tokenRefused) throw new DomainError('unauthenticated', { message: 'api.tokenRefused' });
		return await handle(event);
	} catch (error) {
		if (error instanceof DomainError) return problemResponse(error, t);
		if (isUnavailable(error)) return problemResponse(new DomainError('unavailable'), t);

		const errorId = randomUUID();
		log.error({ err: error, errorId, path: event.url.pathname }, 'unexpected error');
		return problem(500, {
			code: 'UNEXPECTED',
			title: t('error.unexpected', { errorId }),
			error_id: errorId
		});
	}
}
