import type { Endpoints } from '#lib/http/endpoint.ts';
import { innovationQuery } from './query-schema.ts';

const head = {
	slug: 'string',
	title_id: 'string',
	title_en: 'string?',
	summary_id: 'string',
	summary_en: 'string?',
	kind: 'string',
	form: 'string',
	stage: 'string',
	sustainability: 'string?',
	state: 'string',
	validation: 'string',
	started_on: 'string?',
	started_precision: 'string?',
	confirmed_on: 'string?',
	is_sample: 'boolean',
	published_at: 'string?',
	updated_at: 'string',
	version: 'integer',
	region: 'string',
	region_name: 'string',
	services: 'array',
	kpis: 'array'
} as const;

/** Published write-ups in the API. */
export const innovationEndpoints: Endpoints = [
	{
		method: 'get',
		path: '/innovations',
		summary: 'api.summary.innovations',
		query: innovationQuery,
		answer: {
			rows: { ...head, highlights: 'array' },
			meta: { total: 'integer', facets: 'object', corrections: 'array', unknown_words: 'array' }
		}
	},
	{
		method: 'get',
		path: '/innovations/{slug}',
		summary: 'api.summary.innovation',
		answer: {
			members: {
				...head,
				agency: 'object?',
				website: 'string?',
				needs_delegation: 'boolean?',
				difficulty: 'string?',
				staff_count: 'integer?',
				annual_budget_rupiah: 'integer?',
				sdgs: 'array',
				verified_by_regions: 'integer',
				replicated_by_regions: 'integer',
				facts: 'object',
				sections: 'array',
				withheld_sections: 'array',
				sources: 'array',
				peer_reviews: 'array'
			}
		}
	}
];
