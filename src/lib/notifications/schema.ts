import * as v from 'valibot';
import { mailModes } from './kinds.ts';

const Mode = v.picklist(mailModes, 'field.required');

/** How a reader wants each kind that may be put off. */
export const PreferencesInput = v.object({
	deadline: v.optional(Mode, 'now'),
	message: Mode,
	commitment: Mode,
	adoption: Mode,
	innovation: Mode
});
export type PreferencesInput = v.InferOutput<typeof PreferencesInput>;

export const RetryInput = v.object({ id: v.pipe(v.string(), v.maxLength(80)) });
export type RetryInput = v.InferOutput<typeof RetryInput>;
