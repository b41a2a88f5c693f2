import * as v from 'valibot';
import type { Endpoints } from '#lib/http/endpoint.ts';
import { coverageQuery } from './coverage-schema.ts';
import { CoverageBody, VerifyCoverageBody } from './coverage-write-schema.ts';
import { observationParameters, putParameters, revisionParameters } from './query-schema.ts';
import { MAX_ROWS, ObservationRow, PutBody, ReturnBody, StepBody } from './schema.ts';

const step = {
	members: { region: 'string', period: 'string', status: 'string', kpis: 'array' }
} as const;

/** {@link PutBody} checks its rows one by one, so that each is told what is wrong with it. */
const DescribedPutBody = v.strictObject({
	...PutBody.entries,
	rows: v.pipe(v.array(ObservationRow), v.minLength(1), v.maxLength(MAX_ROWS))
});

/** Published figures, their revisions, the coverage register and the month's workflow in the API. */
export const observationEndpoints: Endpoints = [
	{
		method: 'get',
		path: '/observations',
		summary: 'api.summary.observations',
		query: observationParameters,
		answer: {
			rows: {
				kpi: 'string',
				region: 'string',
				period: 'string',
				numerator: 'number?',
				denominator: 'number?',
				buckets: 'array?',
				value: 'number?',
				status: 'string',
				provisional: 'boolean',
				is_sample: 'boolean',
				revision: 'integer',
				missing_reason: 'string?',
				published_at: 'string'
			},
			meta: { contains_sample: 'boolean' }
		}
	},
	{
		method: 'get',
		path: '/coverage',
		summary: 'api.summary.coverage',
		query: coverageQuery,
		answer: {
			rows: {
				district: 'string',
				district_name: 'string?',
				service: 'string',
				mode: 'string',
				valid_from: 'string',
				date_precision: 'string',
				source: 'string?',
				verification: 'string',
				verified_at: 'string?',
				verified_by_role: 'string?',
				is_sample: 'boolean'
			},
			meta: {
				region: 'string',
				day: 'string',
				districts: 'integer',
				has_sample: 'boolean',
				summary: 'array'
			}
		}
	},
	{
		method: 'get',
		path: '/revisions',
		summary: 'api.summary.revisions',
		query: revisionParameters,
		answer: {
			rows: {
				kpi: 'string',
				region: 'string',
				period: 'string',
				revision: 'integer',
				old: 'object',
				new: 'object',
				reason: 'string',
				changed_by_role: 'string',
				is_sample: 'boolean',
				changed_at: 'string'
			},
			meta: { contains_sample: 'boolean' }
		}
	},
	{
		method: 'put',
		path: '/observations',
		summary: 'api.summary.putObservations',
		query: putParameters,
		body: DescribedPutBody,
		answer: { members: { accepted: 'integer', unchanged: 'integer', rejected: 'array' } }
	},
	{
		method: 'put',
		path: '/coverage',
		summary: 'api.summary.putCoverage',
		body: CoverageBody,
		answer: { members: { accepted: 'integer', unchanged: 'integer' } }
	},
	{
		method: 'post',
		path: '/coverage/verify',
		summary: 'api.summary.verifyCoverage',
		body: VerifyCoverageBody,
		answer: { members: { verified: 'integer', unchanged: 'integer' } }
	},
	{
		method: 'post',
		path: '/observations/submit',
		summary: 'api.summary.submit',
		body: StepBody,
		answer: step
	},
	{
		method: 'post',
		path: '/observations/verify',
		summary: 'api.summary.verify',
		body: StepBody,
		answer: step
	},
	{
		method: 'post',
		path: '/observations/publish',
		summary: 'api.summary.publish',
		body: StepBody,
		answer: step
	},
	{
		method: 'post',
		path: '/observations/return',
		summary: 'api.summary.return',
		body: ReturnBody,
		answer: step
	}
];
