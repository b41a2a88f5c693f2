import type { Context } from '#lib/core/context.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';

export interface ApiAnswer {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** The body read as JSON; `null` when it is none. */
	readonly body: unknown;
}

/**
 * Calls an endpoint the way SvelteKit does, without a server around it.
 * @param address path and query, such as `/api/v1/regions?q=serang`
 */
export async function callApi(
	endpoint: (event: never) => Promise<Response>,
	ctx: Context,
	address: string,
	{ params = {}, ...init }: RequestInit & { params?: Record<string, string> } = {}
): Promise<ApiAnswer> {
	const url = new URL(address, 'http://localhost:3000');
	const event = {
		url,
		params,
		request: new Request(url, init),
		locals: { ctx, locale: ctx.locale, t: translateIn(ctx.locale), tokenRefused: false }
	};
	// The endpoints read only these; the rest of an event needs a running server.
	const response = await endpoint(event as never);
	const text = await response.text();
	const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
	return {
		status: response.status,
		headers: response.headers,
		text,
		body: isJson && text !== '' ? (JSON.parse(text) as unknown) : null
	};
}
