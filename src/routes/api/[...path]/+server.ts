import type { RequestHandler } from './$types';
import { DomainError } from '#lib/core/errors.ts';
import { apiRoute } from '#lib/http/server/api-route.ts';

/** An address of the API that is not there answers as the API does, not with a page. */
export const fallback: RequestHandler = apiRoute(() => {
	throw new DomainError('not_found', { message: 'api.unknownPath' });
});
