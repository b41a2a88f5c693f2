import * as v from 'valibot';
import { MAX_PASSWORD_LENGTH } from './password-rules.ts';

const MAX_EMAIL_LENGTH = 254;

const Email = v.pipe(
	v.string('field.required'),
	v.trim(),
	v.nonEmpty('field.required'),
	v.toLowerCase(),
	v.maxLength(MAX_EMAIL_LENGTH, 'field.email'),
	v.email('field.email')
);

const Password = v.pipe(
	v.string('field.required'),
	v.nonEmpty('field.required'),
	v.maxLength(MAX_PASSWORD_LENGTH, 'password.tooLong')
);

export const SignInInput = v.object({
	email: Email,
	password: Password,
	next: v.optional(v.string(), '')
});
export type SignInInput = v.InferOutput<typeof SignInInput>;

/** What a one-time link asks for: the first administrator's name and address, and a password. */
export const FirstAdminInput = v.object({
	name: v.pipe(
		v.string('field.required'),
		v.trim(),
		v.nonEmpty('field.required'),
		v.maxLength(200, 'field.tooLong')
	),
	email: Email,
	password: Password
});
export type FirstAdminInput = v.InferOutput<typeof FirstAdminInput>;

export const SetPasswordInput = v.object({ password: Password });
export type SetPasswordInput = v.InferOutput<typeof SetPasswordInput>;
