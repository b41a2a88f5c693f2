const MIB = 1024 * 1024;

/** What any request may carry, in bytes: a long form with room to spare. */
export const DEFAULT_BODY_LIMIT = MIB;

/** What a bulk upload of 50,000 observations may carry, in bytes. */
export const LARGEST_BODY_LIMIT = 25 * MIB;

/** What a form with one picture or document may carry, in bytes: the file and its texts. */
export const UPLOAD_BODY_LIMIT = 16 * MIB;

/** How many bytes the body of a request may have. Pages that take files end in `/files`. */
export function bodyLimit(method: string, path: string): number {
	const isTable = method === 'POST' && path === '/entry/import';
	if (isTable || (method === 'PUT' && path === '/api/v1/observations')) return LARGEST_BODY_LIMIT;
	return method === 'POST' && path.endsWith('/files') ? UPLOAD_BODY_LIMIT : DEFAULT_BODY_LIMIT;
}
