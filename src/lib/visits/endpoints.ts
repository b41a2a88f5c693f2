import type { GenericSchema } from 'valibot';
import type { Endpoint, Endpoints } from '#lib/http/endpoint.ts';
import type { MessageKey } from '#lib/i18n/translate.ts';
import { ReportInput } from './report-schema.ts';
import { listQuery, sessionsQuery } from './query-schema.ts';
import {
	AcceptInput,
	CancelInput,
	ChooseInput,
	CompleteInput,
	CounterInput,
	DeclineInput,
	ProposeChangeInput,
	RefuseChangeInput,
	RefuseInput,
	TextInput,
	VersionInput,
	VisitRequestInput
} from './schema.ts';

const visit = {
	ref: 'string',
	state: 'string',
	version: 'integer',
	host_region: 'string',
	visitor_region: 'string',
	innovation: 'string?',
	mode: 'string',
	people: 'integer',
	session_day: 'string?',
	session_start: 'string?',
	session_end: 'string?',
	timezone: 'string',
	answer_due_on: 'string?',
	visitor_due_on: 'string?',
	attended: 'integer?',
	submitted_at: 'string?',
	updated_at: 'string',
	is_sample: 'boolean'
} as const;

const receipt = { members: { ref: 'string', state: 'string', version: 'integer' } } as const;

function action(name: string, summary: MessageKey, body: GenericSchema): Endpoint {
	return { method: 'post', path: `/visits/{ref}/${name}`, summary, body, answer: receipt };
}

/** Hosts, their sessions and study visits in the API. */
export const visitEndpoints: Endpoints = [
	{
		method: 'get',
		path: '/hosts',
		summary: 'api.summary.hosts',
		query: listQuery,
		answer: {
			rows: {
				region: 'string',
				name: 'string',
				timezone: 'string',
				online: 'boolean',
				onsite: 'boolean',
				lead_working_days: 'integer',
				horizon_days: 'integer',
				people_per_visit: 'integer',
				people_per_day: 'integer',
				visits_per_month: 'integer',
				contact_position: 'string?',
				welcome: 'string?',
				is_sample: 'boolean'
			}
		}
	},
	{
		method: 'get',
		path: '/hosts/{region}/sessions',
		summary: 'api.summary.sessions',
		query: sessionsQuery,
		answer: {
			rows: {
				id: 'string',
				day: 'string',
				start: 'string',
				end: 'string',
				timezone: 'string',
				slots_left: 'integer',
				people_left: 'integer',
				closed_reason: 'string?',
				closed_note: 'string?',
				open_day: 'string?',
				joinable: 'boolean'
			}
		}
	},
	{
		method: 'get',
		path: '/visits',
		summary: 'api.summary.visits',
		query: listQuery,
		answer: { rows: visit },
		isPrivate: true
	},
	{
		method: 'post',
		path: '/visits',
		summary: 'api.summary.requestVisit',
		body: VisitRequestInput,
		answer: receipt,
		status: 201
	},
	{
		method: 'get',
		path: '/visits/{ref}',
		summary: 'api.summary.visit',
		answer: {
			members: {
				...visit,
				purpose: 'string',
				onsite_reason: 'string?',
				needs: 'string?',
				questions: 'array',
				answers: 'array',
				preferred_sessions: 'array',
				offered_sessions: 'array',
				proposed_change: 'object?',
				decision: 'object?',
				actions: 'array',
				events: 'array'
			}
		},
		isPrivate: true
	},
	action('review', 'api.summary.visit.review', VersionInput),
	action('ask', 'api.summary.visit.ask', TextInput),
	action('answer', 'api.summary.visit.answer', TextInput),
	action('counter', 'api.summary.visit.counter', CounterInput),
	action('choose', 'api.summary.visit.choose', ChooseInput),
	action('refuse_counter', 'api.summary.visit.refuseCounter', RefuseInput),
	action('accept', 'api.summary.visit.accept', AcceptInput),
	action('decline', 'api.summary.visit.decline', DeclineInput),
	action('withdraw', 'api.summary.visit.withdraw', VersionInput),
	action('propose_change', 'api.summary.visit.proposeChange', ProposeChangeInput),
	action('accept_change', 'api.summary.visit.acceptChange', VersionInput),
	action('refuse_change', 'api.summary.visit.refuseChange', RefuseChangeInput),
	action('cancel', 'api.summary.visit.cancel', CancelInput),
	action('restore', 'api.summary.visit.restore', VersionInput),
	action('complete', 'api.summary.visit.complete', CompleteInput),
	action('no_show', 'api.summary.visit.noShow', VersionInput),
	action('report', 'api.summary.visit.report', ReportInput),
	action('confirm_report', 'api.summary.visit.confirmReport', VersionInput)
];
