import * as v from 'valibot';

const MAX_NAME = 100;
const MAX_QUERY = 600;
const MAX_ID = 60;

/** The form that keeps a search: its name, and the query of the list's address. */
export const SaveSearchForm = v.object({
	name: v.pipe(
		v.string('field.required'),
		v.trim(),
		v.minLength(1, 'field.required'),
		v.maxLength(MAX_NAME, 'field.tooLong')
	),
	query: v.pipe(
		v.string('field.required'),
		v.maxLength(MAX_QUERY, 'field.tooLong'),
		v.regex(/^\?[\w%&=+.*-]*$/, 'search.badQuery')
	)
});

export const ForgetSearchForm = v.object({
	id: v.pipe(v.string('field.required'), v.maxLength(MAX_ID, 'field.tooLong'))
});

/** What has been typed so far. */
export const Typed = v.fallback(v.pipe(v.string(), v.maxLength(100), v.trim()), '');
