import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { cellOf } from '../csv-rows.ts';
import { toCsv } from '../csv.ts';
import { writeCursor } from '../query-values.ts';

export const LICENCE = 'CC BY 4.0';
export const ATTRIBUTION = 'Studi Tiru; data wilayah: idn-area-data, ODbL 1.0';

export interface ListPage {
	readonly rows: readonly Readonly<Record<string, unknown>>[];
	/** The columns of the CSV while there is no row to tell them. */
	readonly columns?: readonly string[];
	/** Where this page begins and whether another follows. */
	readonly offset: number;
	readonly hasMore: boolean;
	/** Counts publications; 0 for lists that publications do not touch. */
	readonly dataVersion: number;
	/** Where it is known already, see {@link versionedList}; else it is made of the body. */
	readonly etag?: string;
	/** Further members of `meta`, such as whether rows are sample data. */
	readonly meta?: Readonly<Record<string, unknown>>;
}

/**
 * Answers a list as `{data, meta}` with `Link`, or as CSV of the same rows when the path ends
 * in `.csv` or the client asks for `text/csv`.
 */
export function listResponse(event: RequestEvent, page: ListPage): Response {
	const next = page.hasMore ? writeCursor(page.offset + page.rows.length) : null;
	const headers = new Headers();
	if (next) {
		const url = new URL(event.url);
		url.searchParams.set('cursor', next);
		headers.set('link', `<${url.pathname}${url.search}>; rel="next"`);
	}
	if (wantsCsv(event)) {
		headers.set('content-type', 'text/csv; charset=utf-8');
		headers.set('content-disposition', `attachment; filename="${csvName(event.url)}"`);
		return respond(event, csvOf(page), headers, page.etag);
	}
	return jsonResponse(
		event,
		{
			data: page.rows,
			meta: {
				next,
				data_version: page.dataVersion,
				generated_at: event.locals.ctx.now().toISOString(),
				licence: LICENCE,
				attribution: ATTRIBUTION,
				...page.meta
			}
		},
		headers,
		page.etag
	);
}

/** Answers one JSON value with a strong ETag, or 304 when the client has it already. */
export function jsonResponse(
	event: RequestEvent,
	body: unknown,
	headers = new Headers(),
	etag?: string
): Response {
	headers.set('content-type', 'application/json; charset=utf-8');
	return respond(event, JSON.stringify(body), headers, etag);
}

/** The strong ETag of an answer that its address and these parts decide alone. */
export function versionTag(event: RequestEvent, parts: readonly string[]): string {
	const { pathname, search } = event.url;
	const form = wantsCsv(event) ? 'csv' : 'json';
	return `"${hash([...parts, pathname, search, form].join('\n'))}"`;
}

/** 304 when the client has what this tag stands for, so that nothing need be read; else null. */
export function notModified(event: RequestEvent, etag: string): Response | null {
	if (!isKnown(event, etag)) return null;
	return new Response(null, { status: 304, headers: cacheHeaders(event, etag) });
}

function respond(
	event: RequestEvent,
	body: string,
	headers: Headers,
	etag = `"${fingerprint(body)}"`
): Response {
	for (const [name, value] of cacheHeaders(event, etag)) headers.set(name, value);
	return isKnown(event, etag)
		? new Response(null, { status: 304, headers })
		: new Response(body, { headers });
}

function cacheHeaders(event: RequestEvent, etag: string): Headers {
	const headers = new Headers({ etag });
	headers.set('vary', 'Accept, Accept-Language, Authorization');
	headers.set(
		'cache-control',
		event.locals.ctx.actor ? 'private, no-cache' : 'public, max-age=0, must-revalidate'
	);
	return headers;
}

function isKnown({ request }: RequestEvent, etag: string): boolean {
	const known = request.headers.get('if-none-match')?.split(',') ?? [];
	return known.some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** The time of the answer changes with each request and says nothing about the data. */
function fingerprint(body: string): string {
	return hash(body.replace(/"generated_at":"[^"]*"/, ''));
}

function hash(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function wantsCsv(event: RequestEvent): boolean {
	if (event.url.pathname.endsWith('.csv')) return true;
	return (event.request.headers.get('accept') ?? '').toLowerCase().startsWith('text/csv');
}

function csvName(url: URL): string {
	const name = url.pathname.split('/').at(-1) ?? 'data';
	return `studi-tiru-${name.replace(/\.csv$/, '').replace(/[^\w-]/g, '-')}.csv`;
}

function csvOf({ rows, columns: named = [] }: ListPage): string {
	const [first] = rows;
	const columns = first ? Object.keys(first) : named;
	return toCsv(
		columns,
		rows.map((row) => columns.map((column) => cellOf(row[column])))
	);
}
