import * as v from 'valibot';
import { DayText, KpiCode, RegionCode } from '#lib/http/query-values.ts';
import { parseSessionId } from './sessions.ts';

export const MIN_QUESTIONS = 3;
export const MAX_QUESTIONS = 10;
export const MAX_PREFERENCES = 3;
const MAX_TEXT = 2000;
const MAX_PEOPLE = 500;

/** Citizens' numbers (NIK) have 16 digits, however they are spaced. They have no place here. */
const NIK = /(?<!\d)(?:\d[ .-]?){15}\d(?!\d)/;

const isFreeOfNik = v.check((text: string) => !NIK.test(text), 'field.nik');

/** PostgreSQL stores no NUL; the other control characters have no meaning in a text either. */
const isStorable = v.check((text: string) => !/[^\P{Cc}\t\n\r]/u.test(text), 'field.characters');

function plainText(minimum: number, tooShort: string) {
	return v.pipe(
		v.string('field.required'),
		v.trim(),
		v.nonEmpty('field.required'),
		v.minLength(minimum, tooShort),
		v.maxLength(MAX_TEXT, 'field.tooLong'),
		isStorable,
		isFreeOfNik
	);
}

const OptionalText = v.optional(
	v.pipe(v.string(), v.trim(), v.maxLength(MAX_TEXT, 'field.tooLong'), isStorable, isFreeOfNik),
	''
);

/** A whole number from a form's text or an API's JSON number. */
function wholeNumber(message: string) {
	return v.pipe(
		v.union(
			[v.number(), v.pipe(v.string(), v.trim(), v.regex(/^\d{1,6}$/), v.transform(Number))],
			message
		),
		v.integer(message)
	);
}

const SessionId = v.pipe(
	v.string('visit.session.unknown'),
	v.check((text) => parseSessionId(text) !== null, 'visit.session.unknown')
);

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
		people: v.pipe(
			wholeNumber('visit.people.number'),
			v.minValue(1, 'visit.people.number'),
			v.maxValue(MAX_PEOPLE, 'visit.people.number')
		),
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

const Version = v.pipe(
	wholeNumber('field.number'),
	v.minValue(1, 'field.number'),
	v.maxValue(1_000_000, 'field.number')
);

/** A tick of a form or a JSON boolean. */
const Tick = v.optional(v.union([v.boolean(), v.pipe(v.string(), v.transform(isTicked))]));

function isTicked(text: string): boolean {
	return text !== '' && text !== 'false';
}

/** An optional field of a form arrives as an empty text. */
function orNothing<S extends v.GenericSchema<unknown, unknown>>(schema: S) {
	return v.optional(
		v.union([
			v.pipe(
				v.literal(''),
				v.transform(() => undefined)
			),
			schema
		])
	);
}

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

const People = v.pipe(
	wholeNumber('visit.people.number'),
	v.minValue(1, 'visit.people.number'),
	v.maxValue(MAX_PEOPLE, 'visit.people.number')
);

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

const Commitment = v.object({
	text: plainText(10, 'visit.report.commitmentShort'),
	owner_position: plainText(3, 'visit.text.short'),
	due_date: DayText,
	kpi: orNothing(KpiCode),
	baseline: v.optional(v.nullable(v.number())),
	target: v.optional(v.nullable(v.number()))
});

const MAX_COMMITMENTS = 20;

export const ReportInput = v.pipe(
	v.object({
		version: Version,
		learned: plainText(20, 'visit.report.short'),
		applicable: plainText(20, 'visit.report.short'),
		not_applicable: OptionalText,
		commitments: v.optional(
			v.pipe(v.array(Commitment), v.maxLength(MAX_COMMITMENTS, 'visit.report.many')),
			[]
		),
		not_adopted_reason: OptionalText
	}),
	v.forward(
		v.partialCheck(
			[['commitments'], ['not_adopted_reason']],
			({ commitments, not_adopted_reason: reason }) =>
				commitments.length > 0 || reason.length >= 20,
			'visit.report.commitOrExplain'
		),
		['commitments']
	)
);
export type ReportInput = v.InferOutput<typeof ReportInput>;
