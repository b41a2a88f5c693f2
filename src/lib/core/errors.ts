/** Every way a user can be refused. One table in `http/statuses.ts` gives each its HTTP status. */
export type ErrorCode =
	| 'unauthenticated'
	| 'forbidden'
	| 'not_found'
	| 'gone'
	| 'invalid'
	| 'conflict'
	| 'stale_version'
	| 'slot_taken'
	| 'day_full'
	| 'illegal_transition'
	| 'idempotency_mismatch'
	| 'rate_limited'
	| 'too_large'
	| 'unsupported_type'
	| 'malformed'
	| 'unavailable';

/** What was wrong with one field of an input: `path` names it, `code` is a message key. */
export interface FieldProblem {
	readonly path: string;
	readonly code: string;
	/** Fills the placeholders of the message. */
	readonly values?: Readonly<Record<string, string | number>>;
}

export interface ErrorDetails {
	/** A message key that says it better than the code's general text. */
	readonly message?: string;
	readonly values?: Readonly<Record<string, string | number>>;
	readonly fields?: readonly FieldProblem[];
	/** Extra members of the API's problem document, such as the alternatives to a taken session. */
	readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * A failure the user caused and can act on. Anything else that is thrown is a bug.
 * The code picks the HTTP status and the translated text; the details name the culprits.
 */
export class DomainError extends Error {
	override name = 'DomainError';
	readonly code: ErrorCode;
	readonly details: ErrorDetails;

	constructor(code: ErrorCode, details: ErrorDetails = {}) {
		super(details.message ?? code);
		this.code = code;
		this.details = details;
	}
}

/** An input in which one field is wrong: the short form of the most common refusal. */
export function invalidField(
	path: string,
	code: string,
	values?: Readonly<Record<string, string | number>>
): DomainError {
	return new DomainError('invalid', { fields: [{ path, code, ...(values && { values }) }] });
}
