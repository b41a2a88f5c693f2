import * as v from 'valibot';
import { DomainError, type FieldProblem } from '#lib/core/errors.ts';

type Schema = v.GenericSchema<unknown, unknown>;

/** Checks a value with a schema; what is wrong becomes one DomainError that names each field. */
export function parseWith<S extends Schema>(schema: S, value: unknown): v.InferOutput<S> {
	const parsed = v.safeParse(schema, value);
	if (parsed.success) return parsed.output;
	throw new DomainError('invalid', { fields: parsed.issues.map(problemOf) });
}

/** A schema issue as a field problem; an issue without its own message key gets the general one. */
export function problemOf(issue: v.BaseIssue<unknown>): FieldProblem {
	const path = v.getDotPath(issue) ?? '';
	if (issue.kind === 'schema' && issue.received === 'undefined') {
		return { path, code: 'field.required' };
	}
	if (issue.type === 'strict_object') return { path, code: 'field.unknown' };
	return { path, code: issue.message };
}
