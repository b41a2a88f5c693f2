import * as v from 'valibot';
import { RegionCode } from '#lib/http/query-values.ts';
import { isFreeOfNik, isStorable } from './schema-parts.ts';

const Text = v.optional(
	v.pipe(v.string(), v.maxLength(2000, 'field.tooLong'), isStorable, isFreeOfNik),
	''
);

function list(most: number) {
	return v.optional(v.pipe(v.array(Text), v.maxLength(most, 'visit.questions.many')), []);
}

/** A request as far as it is written: nothing is required, but nothing unfit is stored either. */
export const DraftInput = v.object({
	host_region: RegionCode,
	visitor_region: Text,
	innovation: Text,
	mode: Text,
	onsite_reason: Text,
	people: Text,
	purpose: Text,
	needs: Text,
	questions: list(10),
	preferred_sessions: list(10)
});
export type DraftInput = v.InferOutput<typeof DraftInput>;
export type DraftFields = Omit<DraftInput, 'host_region'>;
