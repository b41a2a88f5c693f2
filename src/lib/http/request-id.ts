const WELL_FORMED = /^[\w.-]{8,128}$/;

/** The request's id: the trusted proxy's when it is well-formed, otherwise the `fresh` one. */
export function requestId(given: unknown, trustProxy: boolean, fresh: () => string): string {
	return trustProxy && typeof given === 'string' && WELL_FORMED.test(given) ? given : fresh();
}
