import type * as v from 'valibot';
import { DomainError } from '#lib/core/errors.ts';
import { parseWith } from './problems.ts';

const MAX_DEPTH = 20;

/**
 * Reads a JSON body with the schema that the form uses too.
 * Another content type is 415, text that is not JSON 400, what the schema refuses 422.
 */
export async function readJson<S extends v.GenericSchema<unknown, unknown>>(
	request: Request,
	schema: S
): Promise<v.InferOutput<S>> {
	return parseWith(schema, await readJsonBody(request));
}

/** Reads a JSON body without a schema yet, within a sane depth. */
export async function readJsonBody(request: Request): Promise<unknown> {
	const type = request.headers.get('content-type') ?? '';
	if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) throw new DomainError('unsupported_type');

	const text = await request.text();
	let body: unknown;
	try {
		body = JSON.parse(text);
	} catch {
		throw new DomainError('malformed', { message: 'api.notJson' });
	}
	if (depthExceeds(body, MAX_DEPTH)) throw new DomainError('malformed', { message: 'api.tooDeep' });
	return body;
}

function depthExceeds(value: unknown, limit: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	if (limit === 0) return true;
	return Object.values(value).some((inner) => depthExceeds(inner, limit - 1));
}
