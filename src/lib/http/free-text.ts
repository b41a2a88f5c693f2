import * as v from 'valibot';
import { hasPersonalNumber } from '#lib/core/personal-number.ts';

const MAX_TEXT = 2000;

/** A text of people: trimmed, storable, and without residents' numbers. */
export function freeText(minimum: number, tooShort = 'field.required') {
	return v.pipe(
		v.optional(v.string('field.required'), ''),
		v.trim(),
		v.minLength(minimum, tooShort),
		v.maxLength(MAX_TEXT, 'field.tooLong'),
		v.check((text) => !/[^\P{Cc}\t\n\r]/u.test(text), 'field.characters'),
		v.check((text) => !hasPersonalNumber(text), 'field.nik')
	);
}
