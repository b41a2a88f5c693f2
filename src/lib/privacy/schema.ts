import * as v from 'valibot';
import { MAX_PASSWORD_LENGTH } from '#lib/accounts/password-rules.ts';

/** Erasing one's account: the password again, and the tick that says it is meant. */
export const EraseInput = v.object({
	password: v.pipe(
		v.string('field.required'),
		v.nonEmpty('field.required'),
		v.maxLength(MAX_PASSWORD_LENGTH, 'password.tooLong')
	),
	understood: v.literal('on', 'myData.tick')
});
export type EraseInput = v.InferOutput<typeof EraseInput>;
