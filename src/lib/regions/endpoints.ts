import type { Endpoints } from '#lib/http/endpoint.ts';
import { Cursor, Limit } from '#lib/http/query-values.ts';
import { registerQuery } from './schema.ts';

const region = {
	code: 'string',
	name: 'string',
	kind: 'string',
	province: 'string?',
	province_name: 'string?',
	timezone: 'string?',
	district_count: 'integer?',
	parent: 'string?',
	children: 'array'
} as const;

/** The register of regions in the API. */
export const regionEndpoints: Endpoints = [
	{
		method: 'get',
		path: '/regions',
		summary: 'api.summary.regions',
		query: registerQuery,
		answer: { rows: region }
	},
	{
		method: 'get',
		path: '/regions/{code}',
		summary: 'api.summary.region',
		answer: { members: { ...region, relations: 'array' } }
	},
	{
		method: 'get',
		path: '/regions/{code}/districts',
		summary: 'api.summary.districts',
		query: { limit: Limit, cursor: Cursor },
		answer: { rows: { code: 'string', name: 'string' } }
	}
];
