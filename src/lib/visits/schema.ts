import * as v from 'valibot';
import { RegionCode } from '#lib/http/query-values.ts';
import {
	OptionalText,
	orNothing,
	People,
	plainText,
	SessionId,
	Tick,
	Version
} from './schema-parts.ts';

export const MIN_QUESTIONS = 3;
export const MAX_QUESTIONS = 10;
export const MAX_PREFERENCES = 3;

/** Empty fields of a form's list are left out before it is counted. */
const Questions = v.pipe(
	v.array(v.string(), 'visit.questions.few'),
	v.transform((texts) => texts.map((text) => text.trim()).filter((text) => text !== '')),
	v.array(plainText(10, 'visit.questions.short')),
	v.minLength(MIN_QUESTIONS, 'visit.questions.few'),
	v.maxLength(MAX_QUESTIONS, 'visit.questions.many')
);

/** A request for a study visit, from the form or from `POST /visits`. */
export const VisitRequestInput = v.pipe(
	v.object({
		host_region: RegionCode,
		/** The region that asks, for people with roles in several. */
		visitor_region: v.optional(RegionCode),
		mode: v.picklist(['online', 'onsite', 'hybrid'], 'visit.mode.choose'),
		people: People,
		purpose: plainText(20, 'visit.purpose.short'),
		onsite_reason: OptionalText,
		needs: OptionalText,
		questions: Questions,
		innovation: v.optional(
			v.pipe(v.string(), v.trim(), v.regex(/^[a-z0-9-]{0,200}$/, 'visit.innovation.unknown')),
			''
		),
		preferred_sessions: v.pipe(
			v.array(SessionId, 'visit.sessions.choose'),
			v.minLength(1, 'visit.sessions.choose'),
			v.maxLength(MAX_PREFERENCES, 'visit.sessions.many'),
			v.check((ids) => new Set(ids).size === ids.length, 'visit.sessions.twice')
		),
		submit_key: v.pipe(
			v.string('field.required'),
			v.regex(/^[\w-]{8,100}$/, 'visit.submitKey.invalid')
		)
	}),
	v.forward(
		v.partialCheck(
			[['mode'], ['onsite_reason']],
			({ mode, onsite_reason: reason }) => mode === 'online' || reason.length >= 20,
			'visit.onsiteReason.needed'
		),
		['onsite_reason']
	)
);
export type VisitRequestInput = v.InferOutput<typeof VisitRequestInput>;

export const AcceptInput = v.object({
	version: Version,
	session: SessionId,
	/** Joins the visit that has the session. */
	joint: Tick
});
export type AcceptInput = v.InferOutput<typeof AcceptInput>;

export const declineReasons = ['no_capacity', 'not_relevant', 'timing', 'other'] as const;
export const alternatives = ['online', 'other_date', 'other_host', 'materials'] as const;

export const DeclineInput = v.object({
	version: Version,
	reason_code: v.picklist(declineReasons, 'visit.decline.chooseReason'),
	reason: plainText(30, 'visit.decline.reasonShort'),
	alternative: v.picklist(alternatives, 'visit.decline.chooseAlternative')
});
export type DeclineInput = v.InferOutput<typeof DeclineInput>;

export const cancelReasons = ['schedule', 'budget', 'emergency', 'other'] as const;

export const CancelInput = v.object({
	version: Version,
	reason_code: orNothing(v.picklist(cancelReasons, 'visit.decline.chooseReason')),
	reason: plainText(10, 'visit.cancel.reasonShort')
});
export type CancelInput = v.InferOutput<typeof CancelInput>;

export const VersionInput = v.object({ version: Version });
export type VersionInput = v.InferOutput<typeof VersionInput>;

/** What the host asks, or the visitor answers. */
export const TextInput = v.object({ version: Version, text: plainText(5, 'visit.text.short') });
export type TextInput = v.InferOutput<typeof TextInput>;

export const MAX_OFFERS = 3;

export const CounterInput = v.object({
	version: Version,
	sessions: v.pipe(
		v.array(SessionId, 'visit.sessions.choose'),
		v.minLength(1, 'visit.sessions.choose'),
		v.maxLength(MAX_OFFERS, 'visit.sessions.many'),
		v.check((ids) => new Set(ids).size === ids.length, 'visit.sessions.twice')
	),
	note: OptionalText
});
export type CounterInput = v.InferOutput<typeof CounterInput>;

export const ChooseInput = v.object({ version: Version, session: SessionId });
export type ChooseInput = v.InferOutput<typeof ChooseInput>;

export const RefuseInput = v.object({
	version: Version,
	reason: plainText(5, 'visit.text.short')
});
export type RefuseInput = v.InferOutput<typeof RefuseInput>;

export const RefuseChangeInput = v.object({ version: Version, reason: OptionalText });
export type RefuseChangeInput = v.InferOutput<typeof RefuseChangeInput>;

export const ProposeChangeInput = v.object({
	version: Version,
	/** Left out, the visit keeps its session. */
	session: orNothing(SessionId),
	mode: orNothing(v.picklist(['online', 'onsite', 'hybrid'], 'visit.mode.choose')),
	people: orNothing(People),
	reason: plainText(10, 'visit.change.reasonShort')
});
export type ProposeChangeInput = v.InferOutput<typeof ProposeChangeInput>;

export const CompleteInput = v.object({
	version: Version,
	/** How many people came. */
	attended: orNothing(People)
});
export type CompleteInput = v.InferOutput<typeof CompleteInput>;
