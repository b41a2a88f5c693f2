import type { Endpoints } from '#lib/http/endpoint.ts';
import { Cursor, Limit } from '#lib/http/query-values.ts';
import { evidenceQuery, peersQuery, signalsQuery } from './schema.ts';

/** Peers of a region, signals of series and evidence on write-ups in the API. */
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
	},
	{
		method: 'get',
		path: '/signals',
		summary: 'api.summary.signals',
		query: signalsQuery,
		answer: {
			rows: {
				kpi: 'string',
				region: 'string',
				name: 'string',
				period: 'string',
				value: 'number',
				n: 'integer',
				trial: 'boolean',
				no_limits_reason: 'string?',
				mean: 'number?',
				lower: 'number?',
				upper: 'number?',
				near_lower: 'number?',
				near_upper: 'number?',
				rule: 'string?',
				side: 'string?',
				variation: 'string?',
				assurance: 'string?',
				strength: 'number?',
				season: 'number?',
				p: 'number?',
				stands_out: 'boolean?',
				is_sample: 'boolean',
				points: 'array'
			},
			meta: { is_sample: 'boolean', false_discovery_rate: 'number' }
		}
	},
	{
		method: 'get',
		path: '/innovations/{slug}/evidence',
		summary: 'api.summary.evidence',
		query: evidenceQuery,
		answer: {
			members: {
				innovation: 'string',
				region: 'string',
				grade: 'string',
				kpi: 'string?',
				estimate: 'number?',
				interval: 'array?',
				placebo: 'object?',
				wording_id: 'string',
				wording_en: 'string',
				is_sample: 'boolean',
				data_version: 'integer',
				results: 'array'
			}
		}
	}
];
