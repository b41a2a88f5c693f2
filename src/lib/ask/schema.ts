import * as v from 'valibot';

export const MAX_QUESTION = 300;

/** What somebody asks; a text that is too long is no question. */
export const AskQuery = v.object({
	q: v.fallback(v.pipe(v.string(), v.maxLength(MAX_QUESTION), v.trim()), '')
});
