import * as v from 'valibot';

const MAX_TARGET = 60;

/** Begins or ends to follow a write-up, a region or a service. */
export const FollowForm = v.object({
	kind: v.picklist(['innovation', 'region', 'service'], 'field.required'),
	target: v.pipe(
		v.string('field.required'),
		v.maxLength(MAX_TARGET, 'field.tooLong'),
		v.regex(/^[\w.-]+$/, 'field.required')
	),
	follow: v.picklist(['0', '1'], 'field.required')
});
export type FollowInput = v.InferOutput<typeof FollowForm>;
