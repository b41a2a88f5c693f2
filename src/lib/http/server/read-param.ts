import * as v from 'valibot';
import { DomainError } from '#lib/core/errors.ts';
import { problemOf } from './problems.ts';

/** Reads a part of an API address with a schema; a part that cannot be one is 400, not 404. */
export function readParam<S extends v.GenericSchema<string, unknown>>(
	name: string,
	schema: S,
	text: string
): v.InferOutput<S> {
	const parsed = v.safeParse(schema, text);
	if (parsed.success) return parsed.output;
	throw new DomainError('malformed', {
		fields: parsed.issues.map((issue) => ({ ...problemOf(issue), path: name }))
	});
}
