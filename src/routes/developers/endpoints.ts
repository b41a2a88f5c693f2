/** The endpoints that exist, as the reference lists them: method, path, parameters. */
export const endpoints: readonly (readonly [string, string, string])[] = [
	['GET', '/regions', 'province, kind (regency|city|province), q, limit, cursor'],
	['GET', '/regions/{code}', ''],
	['GET', '/regions/{code}/districts', ''],
	['GET', '/services', ''],
	['GET', '/kpis', ''],
	['GET', '/kpis/{code}', ''],
	['GET', '/observations', 'kpi, region, from, to, status, as_of, updated_since, limit, cursor'],
	['GET', '/benchmarks/{kpi}', 'period, group (all|province:36|kind:city|family:36.71)'],
	['GET', '/series/{kpi}', 'regions, from, to, group'],
	['GET', '/coverage', 'region, service, period'],
	['GET', '/innovations', 'q, service, region, kind, stage, sort, limit, cursor'],
	['GET', '/innovations/{slug}', ''],
	['GET', '/hosts', 'limit, cursor'],
	['GET', '/hosts/{region}/sessions', 'from, to'],
	['GET', '/revisions', 'since'],
	['PUT', '/observations', 'partial'],
	['POST', '/observations/submit|verify|publish|return', ''],
	['GET', '/visits', 'limit, cursor'],
	['POST', '/visits', ''],
	['GET', '/visits/{ref}', ''],
	['POST', '/visits/{ref}/review|accept|decline|withdraw|cancel', '']
];

/** Stable codes of problem documents with their statuses. */
export const problemCodes: readonly (readonly [string, number])[] = [
	['MALFORMED', 400],
	['UNAUTHENTICATED', 401],
	['FORBIDDEN', 403],
	['NOT_FOUND', 404],
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
