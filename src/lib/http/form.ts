import type { ErrorCode } from '#lib/core/errors.ts';

/** What came in a form, by field name; a list for fields that may be repeated. */
export type FormValues = Record<string, string | string[]>;

/** What an action gives back to the form when it refuses. */
export interface FormFailure {
	/** What the user typed, to fill the form again. Secrets are left out. */
	values: FormValues;
	/** Translated, by field name (`questions.1` within a list); the empty name is the form's own. */
	errors: Record<string, string>;
	/** Which refusal it is, and what it brings along, such as free alternatives. */
	code: ErrorCode;
	extra?: Readonly<Record<string, unknown>>;
}

/** The text typed in a field, or the fallback when the form was not sent yet. */
export function typed(
	form: { readonly values?: FormValues } | null | undefined,
	name: string,
	fallback = ''
): string {
	const value = form?.values?.[name];
	return typeof value === 'string' ? value : fallback;
}

/** The texts typed in a repeated field. */
export function typedList(
	form: { readonly values?: FormValues } | null | undefined,
	name: string
): string[] {
	const value = form?.values?.[name];
	if (value === undefined) return [];
	return typeof value === 'string' ? [value] : value;
}

/** What an action refused, or null when it was done or nothing was sent yet. */
export function failureOf(form: object | null | undefined): FormFailure | null {
	return form && 'errors' in form && form.errors !== undefined ? (form as FormFailure) : null;
}
