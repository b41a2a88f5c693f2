import type { Endpoints } from '#lib/http/endpoint.ts';
import { Cursor, Limit } from '#lib/http/query-values.ts';
import { benchmarkQuery, seriesQuery } from './schema.ts';

const kpi = {
	code: 'string',
	group: 'string',
	service: 'string?',
	name_id: 'string',
	name_en: 'string',
	unit: 'string',
	kind: 'string',
	direction: 'string',
	decimals: 'integer',
	derivation: 'string?',
	valid_min: 'number?',
	valid_max: 'number?',
	warn_min: 'number?',
	warn_max: 'number?',
	version: 'integer',
	valid_from: 'string',
	definition_id: 'string',
	definition_en: 'string'
} as const;

const figure = {
	region: 'string',
	name: 'string',
	value: 'number?',
	numerator: 'number?',
	denominator: 'number?',
	provisional: 'boolean',
	is_sample: 'boolean',
	missing_reason: 'string?'
} as const;

/** The catalogue of KPIs, their ranking and their months in the API. */
export const benchmarkEndpoints: Endpoints = [
	{
		method: 'get',
		path: '/services',
		summary: 'api.summary.services',
		query: { limit: Limit, cursor: Cursor },
		answer: { rows: { code: 'string', group: 'string', name_id: 'string', name_en: 'string' } }
	},
	{
		method: 'get',
		path: '/kpis',
		summary: 'api.summary.kpis',
		query: { limit: Limit, cursor: Cursor },
		answer: { rows: kpi }
	},
	{
		method: 'get',
		path: '/kpis/{code}',
		summary: 'api.summary.kpi',
		answer: {
			members: {
				...kpi,
				numerator_id: 'string',
				numerator_en: 'string',
				denominator_id: 'string',
				denominator_en: 'string',
				method_id: 'string',
				method_en: 'string',
				standard: 'object'
			}
		}
	},
	{
		method: 'get',
		path: '/benchmarks/{kpi}',
		summary: 'api.summary.benchmarks',
		query: { ...benchmarkQuery, limit: Limit, cursor: Cursor },
		answer: {
			rows: {
				...figure,
				rank: 'integer?',
				rank_low: 'integer?',
				rank_high: 'integer?',
				indistinguishable: 'integer?',
				percentile: 'number?',
				flags: 'array'
			},
			meta: {
				kpi: 'string',
				unit: 'string',
				direction: 'string',
				period: 'string',
				group: 'string',
				n: 'integer',
				n_expected: 'integer',
				n_ranked: 'integer',
				n_sample: 'integer',
				is_ranked: 'boolean',
				unranked_reason: 'string?',
				is_sample: 'boolean',
				sum_numerator: 'number?',
				sum_denominator: 'number?',
				p10: 'number?',
				p25: 'number?',
				p50: 'number?',
				p75: 'number?',
				p90: 'number?'
			}
		}
	},
	{
		method: 'get',
		path: '/series/{kpi}',
		summary: 'api.summary.series',
		query: seriesQuery,
		answer: {
			rows: { ...figure, period: 'string' },
			meta: {
				kpi: 'string',
				unit: 'string',
				from: 'string',
				to: 'string',
				is_sample: 'boolean',
				group: 'object?'
			}
		}
	}
];
