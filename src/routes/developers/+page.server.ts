import type { PageServerLoad } from './$types';
import { endpoints } from '../api/endpoints.ts';

/** The endpoints without their schemas, which the OpenAPI document has. */
export const load: PageServerLoad = () => ({
	endpoints: endpoints.map(({ method, path, summary, query, isPrivate }) => ({
		method: method.toUpperCase(),
		path,
		summary,
		parameters: Object.keys(query ?? {}),
		needsToken: method !== 'get' || isPrivate === true
	}))
});
