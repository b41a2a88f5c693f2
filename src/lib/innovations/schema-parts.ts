import * as v from 'valibot';
import { hasPersonalNumber } from '#lib/core/personal-number.ts';

const MAX_WEBSITE = 300;
export const MAX_RUPIAH = 100_000_000_000_000;

/** A text of one person to all: no numbers of residents may slip into it. */
export function text(maxLength: number) {
	return v.pipe(
		v.string('field.required'),
		v.trim(),
		v.maxLength(maxLength, 'field.tooLong'),
		v.check((value) => !hasPersonalNumber(value), 'innovation.personalNumber')
	);
}

/** A text that must be there. */
export const requiredText = (maxLength: number) =>
	v.pipe(text(maxLength), v.minLength(1, 'field.required'));
/** A text that may be empty. */
export const optionalText = (maxLength: number) => v.optional(text(maxLength), '');

/** Digits as people type them in a field; empty is null. */
export function wholeNumber(max: number) {
	return v.optional(
		v.pipe(
			v.string(),
			v.trim(),
			v.regex(/^\d{0,15}$/, 'innovation.wholeNumber'),
			v.transform((value) => (value === '' ? null : Number(value))),
			v.nullable(v.pipe(v.number(), v.maxValue(max, 'innovation.numberTooLarge')))
		),
		''
	);
}

/** An address of the web without a name and a password in it; empty is null. */
export const Website = v.pipe(
	optionalText(MAX_WEBSITE),
	v.check((value) => value === '' || isWebAddress(value), 'innovation.badWebsite'),
	v.transform((value) => value || null)
);

function isWebAddress(value: string): boolean {
	const url = URL.parse(value);
	return url !== null && /^https?:$/.test(url.protocol) && url.username === '';
}
