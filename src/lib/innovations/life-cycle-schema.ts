import * as v from 'valibot';
import { hasPersonalNumber } from '#lib/core/personal-number.ts';

const Version = v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'field.number'), v.transform(Number));

/** Short enough to be read, long enough to be acted on. */
const Reason = v.pipe(
	v.string('field.required'),
	v.trim(),
	v.minLength(10, 'innovation.reasonTooShort'),
	v.maxLength(1000, 'field.tooLong'),
	v.check((value) => !hasPersonalNumber(value), 'innovation.personalNumber')
);

/** A step that needs nothing but the version that was looked at. */
export const StepForm = v.object({ version: Version });

/** A step that says why. */
export const ReasonForm = v.object({ version: Version, reason: Reason });
