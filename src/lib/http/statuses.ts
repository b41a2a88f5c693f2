import type { ErrorCode } from '#lib/core/errors.ts';

/** The one table that turns a refusal into an HTTP status, for pages, forms and the API. */
const statuses: Readonly<Record<ErrorCode, number>> = {
	malformed: 400,
	unauthenticated: 401,
	forbidden: 403,
	not_found: 404,
	gone: 410,
	conflict: 409,
	stale_version: 409,
	slot_taken: 409,
	day_full: 409,
	illegal_transition: 409,
	too_large: 413,
	unsupported_type: 415,
	invalid: 422,
	idempotency_mismatch: 422,
	rate_limited: 429,
	unavailable: 503
};

export function statusOf(code: ErrorCode): number {
	return statuses[code];
}
