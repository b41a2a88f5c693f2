import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Context } from '#lib/core/context.ts';
import { requireActor } from '#lib/core/access.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { FormFailure, FormValues } from '../form.ts';
import { statusOf } from '../statuses.ts';
import { fieldText, textOf } from './error-text.ts';
import { problemOf } from './problems.ts';

type Schema = v.GenericSchema<unknown, unknown>;

/** The files that came with a form, by field name; an empty file input sends none. */
export type UploadedFiles = ReadonlyMap<string, File>;

/**
 * Reads a form with a schema, runs the use case, and turns the user's mistakes into form errors.
 * A field named `questions[]` arrives as the list `questions`. Nothing typed is lost but secrets.
 */
export function formAction<S extends Schema, Result>(
	schema: S,
	run: (
		ctx: Context,
		input: v.InferOutput<S>,
		event: RequestEvent,
		files: UploadedFiles
	) => Promise<Result>
): (event: RequestEvent) => Promise<Result | ActionFailure<FormFailure>> {
	return async (event) => {
		const { ctx, t } = event.locals;
		// Files cost memory before anybody can judge them, so strangers may send none.
		if (isMultipart(event.request)) requireActor(ctx.actor);
		const form = await event.request.formData();
		const values = readFields(form);

		const parsed = v.safeParse(schema, values);
		if (!parsed.success) {
			const fields = parsed.issues.map(problemOf);
			return fail(422, formFailure(values, new DomainError('invalid', { fields }), t));
		}
		try {
			return await run(ctx, parsed.output, event, readFiles(form));
		} catch (error) {
			if (!(error instanceof DomainError)) throw error;
			return fail(statusOf(error.code), formFailure(values, error, t));
		}
	};
}

function isMultipart(request: Request): boolean {
	return (request.headers.get('content-type') ?? '').toLowerCase().startsWith('multipart/');
}

function readFiles(form: FormData): UploadedFiles {
	return new Map(
		[...form].flatMap(([name, entry]) =>
			typeof entry === 'string' || entry.size === 0 ? [] : [[name, entry] as const]
		)
	);
}

function formFailure(
	values: FormValues,
	error: DomainError,
	t: RequestEvent['locals']['t']
): FormFailure {
	const errors: Record<string, string> = {};
	for (const problem of error.details.fields ?? []) {
		errors[problem.path] ??= fieldText(problem, t);
	}
	// The empty name holds what concerns the form as a whole.
	errors[''] ??= textOf(error, t);
	const { extra } = error.details;
	return { values: withoutSecrets(values), errors, code: error.code, ...(extra && { extra }) };
}

function readFields(form: FormData): FormValues {
	const values: FormValues = {};
	for (const name of new Set(form.keys())) {
		const texts = form.getAll(name).filter((entry) => typeof entry === 'string');
		if (name.endsWith('[]')) values[name.slice(0, -2)] = texts;
		else if (texts[0] !== undefined) values[name] = texts[0];
	}
	return values;
}

function withoutSecrets(values: FormValues): FormValues {
	return Object.fromEntries(
		Object.entries(values).filter(([name]) => !name.startsWith('password'))
	);
}
