import * as v from 'valibot';
import { DomainError } from '#lib/core/errors.ts';
import { problemOf } from './problems.ts';

/**
 * Reads the query of an API address: unknown and repeated parameters and bad values are 400.
 * @param entries the schema of each parameter; the texts arrive as they were typed.
 */
export function readQuery<E extends v.ObjectEntries>(
	url: URL,
	entries: E
): v.InferOutput<v.StrictObjectSchema<E, undefined>> {
	const texts: Record<string, string> = {};
	for (const [name, text] of url.searchParams) {
		if (name === 'lang') continue; // read by the hook, for every page and endpoint
		if (Object.hasOwn(texts, name)) {
			throw new DomainError('malformed', { fields: [{ path: name, code: 'field.repeated' }] });
		}
		texts[name] = text;
	}
	const parsed = v.safeParse(v.strictObject(entries), texts);
	if (parsed.success) return parsed.output;
	throw new DomainError('malformed', { fields: parsed.issues.map(problemOf) });
}
