import * as v from 'valibot';
import { hasPersonalNumber } from '#lib/core/personal-number.ts';
import { RegionCode } from '#lib/http/query-values.ts';

export const SEEN = ['onsite', 'online', 'no'] as const;
export const DATA_CHECKED = ['yes', 'partly', 'no'] as const;
export const VERDICTS = ['works', 'works_with_limits', 'not_confirmed'] as const;
export const MAX_REMARKS = 2000;

const text = (max: number) =>
	v.pipe(
		v.string('field.required'),
		v.trim(),
		v.maxLength(max, 'field.tooLong'),
		v.check((value) => !hasPersonalNumber(value), 'innovation.personalNumber')
	);

/** Asks another region to look at a write-up. */
export const AskReviewForm = v.object({
	region: RegionCode,
	note: v.optional(text(500), '')
});
export type AskReviewInput = v.InferOutput<typeof AskReviewForm>;

/** The judgement of a region about another region's innovation. */
export const PeerReviewForm = v.object({
	/** Where the reviewer may speak for several regions. */
	region: RegionCode,
	seen: v.picklist(SEEN, 'field.required'),
	dataChecked: v.picklist(DATA_CHECKED, 'field.required'),
	verdict: v.picklist(VERDICTS, 'field.required'),
	remarks: v.pipe(text(MAX_REMARKS), v.minLength(30, 'peerReview.remarksTooShort')),
	noConflict: v.literal('on', 'peerReview.conflict')
});
export type PeerReviewInput = v.InferOutput<typeof PeerReviewForm>;

/** Says no to a request. */
export const DeclineReviewForm = v.object({ region: RegionCode });
