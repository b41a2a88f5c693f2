/** Stable codes of problem documents with their statuses. */
export const problemCodes: readonly (readonly [string, number])[] = [
	['MALFORMED', 400],
	['UNAUTHENTICATED', 401],
	['FORBIDDEN', 403],
	['NOT_FOUND', 404],
	['METHOD_NOT_ALLOWED', 405],
	['CONFLICT', 409],
	['STALE_VERSION', 409],
	['SLOT_TAKEN', 409],
	['DAY_FULL', 409],
	['ILLEGAL_TRANSITION', 409],
	['TOO_LARGE', 413],
	['UNSUPPORTED_TYPE', 415],
	['INVALID', 422],
	['IDEMPOTENCY_MISMATCH', 422],
	['RATE_LIMITED', 429],
	['UNEXPECTED', 500],
	['UNAVAILABLE', 503]
];
