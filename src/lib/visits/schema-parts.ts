import * as v from 'valibot';
import { hasPersonalNumber } from '#lib/core/personal-number.ts';
import { parseSessionId } from './sessions.ts';

const MAX_PEOPLE = 500;
const MAX_TEXT = 2000;

/** Residents' numbers (NIK) have no place here. */
export const isFreeOfNik = v.check((text: string) => !hasPersonalNumber(text), 'field.nik');

/** PostgreSQL stores no NUL; the other control characters have no meaning in a text either. */
export const isStorable = v.check(
	(text: string) => !/[^\P{Cc}\t\n\r]/u.test(text),
	'field.characters'
);

/** A text people write, free of citizens' numbers and of characters that mean nothing. */
export function plainText(minimum: number, tooShort: string) {
	return v.pipe(
		v.string('field.required'),
		v.trim(),
		v.nonEmpty('field.required'),
		v.minLength(minimum, tooShort),
		v.maxLength(MAX_TEXT, 'field.tooLong'),
		isStorable,
		isFreeOfNik
	);
}

/** The same up to so many characters, which may be left out. */
export function textUpTo(max: number) {
	return v.pipe(
		v.optional(v.string('field.required'), ''),
		v.trim(),
		v.maxLength(max, 'field.tooLong'),
		isStorable,
		isFreeOfNik
	);
}

export const OptionalText = textUpTo(MAX_TEXT);

/** A civil servant's number (NIP) has 18 digits; a resident's (NIK) has 16 and has no place here. */
export const Nip = v.pipe(
	textUpTo(40),
	v.transform((value) => value.replaceAll(/[ .-]/g, '')),
	v.check((value) => value === '' || /^\d{18}$/.test(value), 'delegate.nipInvalid'),
	v.transform((value) => value || null)
);

/** A whole number from a form's text or an API's JSON number. */
export function wholeNumber(message: string) {
	return v.pipe(
		v.union(
			[v.number(), v.pipe(v.string(), v.trim(), v.regex(/^\d{1,6}$/), v.transform(Number))],
			message
		),
		v.integer(message)
	);
}

export const SessionId = v.pipe(
	v.string('visit.session.unknown'),
	v.check((text) => parseSessionId(text) !== null, 'visit.session.unknown')
);

export const Version = v.pipe(
	wholeNumber('field.number'),
	v.minValue(1, 'field.number'),
	v.maxValue(1_000_000, 'field.number')
);

/** A tick of a form or a JSON boolean. */
export const Tick = v.optional(v.union([v.boolean(), v.pipe(v.string(), v.transform(isTicked))]));

export function isTicked(text: string): boolean {
	return text !== '' && text !== 'false';
}

/** An optional field of a form arrives as an empty text. */
export function orNothing<S extends v.GenericSchema<unknown, unknown>>(schema: S) {
	return v.optional(
		v.union([
			v.pipe(
				v.literal(''),
				v.transform(() => undefined)
			),
			schema
		])
	);
}

export const People = v.pipe(
	wholeNumber('visit.people.number'),
	v.minValue(1, 'visit.people.number'),
	v.maxValue(MAX_PEOPLE, 'visit.people.number')
);
