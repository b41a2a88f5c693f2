import type { Endpoints } from '#lib/http/endpoint.ts';
import { Cursor, Limit } from '#lib/http/query-values.ts';

export const adoptionQuery = { limit: Limit, cursor: Cursor };

const adoption = {
	innovation: 'string',
	innovation_title: 'string',
	adopter_region: 'string',
	adopter_name: 'string',
	source_region: 'string',
	source_name: 'string',
	stage: 'string',
	since: 'string?',
	adopter_confirmed_at: 'string',
	source_confirmed_at: 'string',
	is_sample: 'boolean'
} as const;

/** Who adopted what from whom, in the API. */
export const adoptionEndpoints: Endpoints = [
	{
		method: 'get',
		path: '/innovations/{slug}/adoptions',
		summary: 'api.summary.innovationAdoptions',
		query: adoptionQuery,
		answer: { rows: adoption }
	},
	{
		method: 'get',
		path: '/regions/{code}/adoptions',
		summary: 'api.summary.regionAdoptions',
		query: adoptionQuery,
		answer: { rows: adoption }
	}
];
