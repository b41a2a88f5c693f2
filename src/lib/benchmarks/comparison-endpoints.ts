import type { Endpoints } from '#lib/http/endpoint.ts';
import { Cursor, Limit } from '#lib/http/query-values.ts';
import { peersQuery } from './schema.ts';

/** Peers of a region in the API. */
export const comparisonEndpoints: Endpoints = [
	{
		method: 'get',
		path: '/regions/{code}/peers',
		summary: 'api.summary.peers',
		query: { ...peersQuery, limit: Limit, cursor: Cursor },
		answer: {
			rows: {
				position: 'integer',
				region: 'string',
				name: 'string',
				distance: 'number?',
				similarity: 'number?',
				mutual: 'boolean',
				reasons: 'array'
			},
			meta: {
				region: 'string',
				model: 'string',
				version: 'string',
				frozen_at: 'string',
				variables: 'array',
				group: 'string',
				also_compared_by: 'array'
			}
		}
	}
];
