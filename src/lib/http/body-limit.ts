const MIB = 1024 * 1024;

/** What any request may carry, in bytes: a long form with room to spare. */
export const DEFAULT_BODY_LIMIT = MIB;

/** What a bulk upload of 50,000 observations may carry, in bytes. */
export const LARGEST_BODY_LIMIT = 25 * MIB;

/** How many bytes the body of a request may have. */
export function bodyLimit(method: string, path: string): number {
	const isBulk = method === 'PUT' && path === '/api/v1/observations';
	return isBulk ? LARGEST_BODY_LIMIT : DEFAULT_BODY_LIMIT;
}
