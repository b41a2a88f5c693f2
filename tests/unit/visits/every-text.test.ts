import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
	AdoptionInput,
	CheckInput,
	ConfirmAdoptionInput,
	FeedbackInput
} from '#lib/adoptions/schema.ts';
import { DraftInput } from '#lib/visits/draft.ts';
import { visitEndpoints } from '#lib/visits/endpoints.ts';
import {
	BlackoutInput,
	HostInput,
	OpenDayInput,
	RegionalHolidayInput,
	WindowInput
} from '#lib/visits/host-schema.ts';
import { LetterInput } from '#lib/visits/letter-schema.ts';
import {
	AgendaInput,
	CheckInInput,
	DelegateInput,
	MessageInput
} from '#lib/visits/parts-schema.ts';
import { letterInput } from '#tests/support/letters.ts';

const NIK = '3671012508900001';
const TEXT = 'Kegiatan di tiga belas kecamatan selama setahun.';
const DAY = '2026-12-08';
const SESSION = `tue-am@${DAY}`;
const clock = { starts_at: '09:00', ends_at: '11:30' };
const of = (reason: string) => ({ version: 1, reason });

/** A body of each action of the API that is in order. */
const bodies: Readonly<Record<string, object>> = {
	'/visits': {
		host_region: '36.71',
		visitor_region: '36.03',
		mode: 'onsite',
		people: 10,
		purpose: TEXT,
		onsite_reason: TEXT,
		needs: TEXT,
		questions: [TEXT, TEXT, TEXT],
		innovation: 'sobat-dukcapil',
		preferred_sessions: [SESSION],
		submit_key: 'a-key-of-the-form'
	},
	review: { version: 1 },
	ask: { version: 1, text: TEXT },
	answer: { version: 1, text: TEXT },
	counter: { version: 1, sessions: [SESSION], note: TEXT },
	choose: { version: 1, session: SESSION },
	refuse_counter: of(TEXT),
	accept: { version: 1, session: SESSION, joint: 'true' },
	decline: { ...of(TEXT), reason_code: 'other', alternative: 'online' },
	withdraw: { version: 1 },
	propose_change: { ...of(TEXT), session: SESSION, mode: 'online', people: '12' },
	accept_change: { version: 1 },
	refuse_change: of(TEXT),
	cancel: { ...of(TEXT), reason_code: 'other' },
	restore: { version: 1 },
	complete: { version: 1, attended: 10 },
	no_show: { version: 1 },
	report: {
		version: 1,
		learned: TEXT,
		applicable: TEXT,
		not_applicable: TEXT,
		answers: [TEXT, TEXT],
		commitments: [
			{ text: TEXT, owner_position: 'Kepala Dinas', due_date: DAY, kpi: 'ADM-BLG', target: 90 }
		],
		not_adopted_reason: TEXT
	},
	confirm_report: { version: 1 }
};

/** What is written in forms only. */
const forms: readonly (readonly [string, v.GenericSchema, object])[] = [
	['message', MessageInput, { body: TEXT, audience: 'both' }],
	[
		'delegate',
		DelegateInput,
		{ name: 'Siti', job_position: TEXT, organisation: TEXT, role: 'member', needs: TEXT, nip: '' }
	],
	['check-in', CheckInInput, { code: 'AB12CD' }],
	['agenda', AgendaInput, { agenda: '09.00 Sambutan' }],
	['letter', LetterInput, { ...letterInput, signer_nip: '' }],
	['draft', DraftInput, { host_region: '36.71', purpose: TEXT, needs: TEXT, questions: [TEXT] }],
	[
		'host',
		HostInput,
		{
			online: 'on',
			welcome_id: TEXT,
			welcome_en: TEXT,
			contact_position: TEXT,
			approver_position: TEXT,
			receiver_position: TEXT,
			address: TEXT,
			lead_working_days: 7,
			horizon_days: 120,
			people_per_visit: 40,
			people_per_day: 60,
			visits_per_day: 2,
			visits_per_month: 4,
			package_agenda: TEXT,
			package_faq: TEXT,
			package_deck_url: 'https://example.go.id/paparan',
			package_video_url: 'https://example.go.id/video'
		}
	],
	['window', WindowInput, { weekday: 2, ...clock, slots: 1, valid_from: DAY, valid_to: DAY }],
	['study day', OpenDayInput, { day: DAY, ...clock, title: TEXT, regions: 2, people: 40 }],
	['closed days', BlackoutInput, { from_day: DAY, to_day: DAY, reason_id: TEXT, reason_en: TEXT }],
	['regional holiday', RegionalHolidayInput, { day: DAY, name_id: TEXT, name_en: TEXT }],
	[
		'adoption',
		AdoptionInput,
		{ innovation: 'sobat-dukcapil', version: 0, stage: 'planned', since: '2026-12', note: TEXT }
	],
	['confirmation', ConfirmAdoptionInput, { id: 'an-adoption', version: 1 }],
	[
		'check',
		CheckInput,
		{ commitment: 'a-commitment', months: '3', status: 'on_track', value: '90', note: TEXT }
	],
	['feedback', FeedbackInput, { rating: '5', text: TEXT }]
];

const actions = visitEndpoints.flatMap(({ path, body }): (typeof forms)[number][] => {
	if (!body) return [];
	const name = path.split('/').at(-1) === 'visits' ? path : (path.split('/').at(-1) ?? '');
	return [[name, body, bodies[name] ?? {}]];
});

/** Ticks, and keys that are looked up and shown to nobody. */
const NOT_TEXTS: readonly string[] = [
	'joint',
	'online',
	'submit_key',
	'id',
	'commitment',
	'code',
	'innovation',
	'commitments.0.kpi'
];

/** The bodies in which one text each became a resident's number. */
function spoilt(value: unknown, path: string[] = []): { path: string[]; value: unknown }[] {
	if (typeof value === 'string') return [{ path, value: NIK }];
	if (typeof value === 'number') return [{ path, value: Number(NIK) }];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) =>
		spoilt(part, [...path, key]).map((one) => ({
			path: one.path,
			value: Array.isArray(value)
				? value.map((same: unknown, i) => (String(i) === key ? one.value : same))
				: { ...value, [key]: one.value }
		}))
	);
}

describe.each([...actions, ...forms])('%s', (_, schema, body) => {
	test('is taken as it is, and with a resident’s number in no text', () => {
		expect(v.safeParse(schema, body).issues).toBeUndefined();
		const taken = spoilt(body)
			.filter(({ value }) => v.safeParse(schema, value).success)
			.map(({ path }) => path.join('.'));
		expect(taken.filter((path) => !NOT_TEXTS.includes(path))).toEqual([]);
	});
});
