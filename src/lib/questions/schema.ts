import * as v from 'valibot';
import { hasPersonalNumber } from '#lib/core/personal-number.ts';
import { hasPhoneNumber } from './phone-number.ts';

export const MAX_BODY = 2000;
const MAX_ID = 60;

/** What can be wrong with a question or an answer, and what with a write-up. */
export const FLAG_REASONS = {
	question: ['personal_data', 'insult', 'advertising', 'off_topic'],
	answer: ['personal_data', 'insult', 'advertising', 'off_topic'],
	innovation: ['wrong_data', 'not_running', 'personal_data', 'copyright', 'advertising', 'insult']
} as const;

/** What one person writes for all to read: no numbers of people may slip into it. */
const Body = v.pipe(
	v.string('field.required'),
	v.transform((text) => text.toWellFormed().replace(/\r\n?/g, '\n').trim()),
	v.minLength(1, 'field.required'),
	v.maxLength(MAX_BODY, 'field.tooLong'),
	v.check((text) => !hasPersonalNumber(text), 'innovation.personalNumber'),
	v.check((text) => !hasPhoneNumber(text), 'question.phoneNumber')
);

const Id = v.pipe(v.string('field.required'), v.maxLength(MAX_ID, 'field.tooLong'));

export const AskForm = v.object({ body: Body });
export const AnswerForm = v.object({ question: Id, answer: Body });
export const AcceptForm = v.object({ question: Id, answer: Id });
export const FlagForm = v.variant('kind', [
	v.object({
		kind: v.picklist(['question', 'answer'], 'field.required'),
		target: Id,
		reason: v.picklist(FLAG_REASONS.question, 'field.required')
	}),
	v.object({
		kind: v.literal('innovation'),
		reason: v.picklist(FLAG_REASONS.innovation, 'field.required'),
		note: Body
	})
]);
export type FlagInput = v.InferOutput<typeof FlagForm>;
export const DecideForm = v.object({
	flag: Id,
	outcome: v.picklist(['kept', 'hidden', 'mended'], 'field.required')
});
