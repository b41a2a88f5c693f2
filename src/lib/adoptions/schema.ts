import * as v from 'valibot';
import { isMonth } from '#lib/core/period.ts';
import { adoptionStages } from './stages.ts';
import { freeText } from '#lib/http/free-text.ts';

const Version = v.pipe(
	v.union(
		[v.number(), v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number))],
		'field.number'
	),
	v.integer('field.number'),
	v.minValue(0, 'field.number'),
	v.maxValue(1_000_000, 'field.number')
);

/** What a region says of an innovation it takes over; version 0 makes the record. */
export const AdoptionInput = v.object({
	innovation: v.pipe(v.string('field.required'), v.regex(/^[a-z0-9-]{1,200}$/, 'field.required')),
	version: Version,
	stage: v.picklist(adoptionStages, 'adoption.chooseStage'),
	since: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.check((text) => text === '' || isMonth(text), 'field.month'),
		v.transform((text) => text || null)
	),
	note: freeText(0)
});
export type AdoptionInput = v.InferOutput<typeof AdoptionInput>;

export const ConfirmAdoptionInput = v.object({
	id: v.pipe(v.string(), v.maxLength(80)),
	version: Version
});
export type ConfirmAdoptionInput = v.InferOutput<typeof ConfirmAdoptionInput>;

export const CheckInput = v.object({
	commitment: v.pipe(v.string('field.required'), v.maxLength(80)),
	months: v.pipe(
		v.string('field.required'),
		v.picklist(['3', '6', '12'], 'field.required'),
		v.transform(Number)
	),
	status: v.picklist(['on_track', 'done', 'behind', 'stopped'], 'commitment.chooseStatus'),
	value: v.pipe(freeText(0), v.maxLength(20, 'field.number')),
	note: freeText(0)
});
export type CheckInput = v.InferOutput<typeof CheckInput>;

export const FeedbackInput = v.object({
	rating: v.pipe(
		v.string('feedback.choose'),
		v.picklist(['1', '2', '3', '4', '5'], 'feedback.choose'),
		v.transform(Number)
	),
	text: freeText(0)
});
export type FeedbackInput = v.InferOutput<typeof FeedbackInput>;
