import type * as v from 'valibot';
import type { MessageKey } from '#lib/i18n/translate.ts';

/** The JSON types of a member; `?` says that it may be null. */
export type FieldType =
	`${'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array'}${'' | '?'}`;

/** The members of an object that the API answers with, by name. */
export type Fields = Readonly<Record<string, FieldType>>;

/**
 * An endpoint of `/api/v1` as its reference describes it. The query and the body are the very
 * schemas that its requests are checked with.
 */
export interface Endpoint {
	readonly method: 'get' | 'put' | 'post';
	/** Below `/api/v1`, with `{names}` for what differs. */
	readonly path: string;
	readonly summary: MessageKey;
	readonly query?: v.ObjectEntries;
	readonly body?: v.GenericSchema;
	readonly answer: Answer;
	/** The status of success, where it is not 200. */
	readonly status?: 201;
	/** Whether a token is needed. Every PUT and POST needs one. */
	readonly isPrivate?: boolean;
}

/** A list comes as `{data, meta}` and as CSV too; anything else is one object. */
export type Answer =
	{ readonly rows: Fields; readonly meta?: Fields } | { readonly members: Fields };

/** The addresses of a room, in the order the reference lists them. */
export type Endpoints = readonly Endpoint[];
