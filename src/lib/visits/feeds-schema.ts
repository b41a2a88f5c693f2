import * as v from 'valibot';

/** `user`, or `region:36.71`, or `host:36.71`. */
export const FeedInput = v.object({
	feed: v.pipe(
		v.string('field.required'),
		v.regex(/^(?:user|(?:region|host):[\d.]{2,13})$/, 'field.required')
	)
});
export type FeedInput = v.InferOutput<typeof FeedInput>;

export const RevokeFeedInput = v.object({ id: v.pipe(v.string(), v.maxLength(80)) });
export type RevokeFeedInput = v.InferOutput<typeof RevokeFeedInput>;
