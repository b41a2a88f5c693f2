import { endpoints } from './endpoints.ts';

/**
 * The columns of a list as the API's reference names them, so that its CSV has a header also when
 * there is no row.
 * @param path below `/api/v1`, as in the reference
 */
export function columnsOf(path: string): readonly string[] {
	const found = endpoints.find((one) => one.method === 'get' && one.path === path);
	if (!found || !('rows' in found.answer))
		throw new RangeError(`The reference has no list ${path}`);
	return Object.keys(found.answer.rows);
}
