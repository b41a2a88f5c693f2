import { randomBytes } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { readDatabaseState } from '#lib/database/state.ts';
import { readSessionCookie } from './session-cookie.ts';

/** Pages that are the same for everybody who is not signed in. A page with a key of its own is not. */
const SHARED_ROUTES: ReadonlySet<string | null> = new Set([
	'/',
	'/kpis',
	'/kpis/[code]',
	'/regions',
	'/regions/[code]',
	'/compare',
	'/signals',
	'/innovations',
	'/innovations/[slug]',
	'/hosts',
	'/hosts/[region]',
	'/charts/[file]',
	'/api/v1/benchmarks/[kpi]'
]);

/** What a page says of today and of deadlines is never older than this. */
const LIFETIME_MS = 10_000;
const MOST_PAGES = 300;
/** In characters: about as many bytes, or twice as many where a page has a letter beyond Latin-1. */
const MOST_KEPT = 24_000_000;
const LARGEST_PAGE = 1_000_000;
const LONGEST_KEY = 1000;

/** A page without the nonce of its policy: each answer gets one of its own between the parts. */
interface Page {
	readonly parts: readonly string[];
	readonly headers: readonly (readonly [name: string, parts: readonly string[]])[];
	readonly size: number;
}

interface Kept {
	readonly state: string;
	readonly until: number;
	/** Null when the answer is for nobody else, such as an error. */
	readonly page: Promise<Page | null>;
	size: number;
}

/** Answers with a page that was made for somebody else already, or makes it. */
export type ShareAnswer = (
	event: RequestEvent,
	make: () => Response | Promise<Response>
) => Promise<Response>;

/**
 * Makes a page once for all who ask for it while nothing in the database changes, see
 * `docs/decisions/0056`. Whoever carries a session or a token always gets a page of their own.
 */
export function createSharedPages(): ShareAnswer {
	const kept = new Map<string, Kept>();
	let total = 0;

	function forget(key: string): void {
		total -= kept.get(key)?.size ?? 0;
		kept.delete(key);
	}

	function count(key: string, entry: Kept, page: Page | null): void {
		if (kept.get(key) !== entry) return;
		if (page === null) {
			forget(key);
			return;
		}
		entry.size = page.size;
		total += page.size;
		for (const oldest of kept.keys()) {
			if (kept.size <= MOST_PAGES && total <= MOST_KEPT) return;
			forget(oldest);
		}
	}

	return async (event, make) => {
		const key = keyOf(event);
		if (key === null) return make();
		// Read before the page: what is committed meanwhile is then kept under the older state.
		const state = await readDatabaseState(event.locals.ctx.db);
		const at = event.locals.ctx.now().getTime();
		const known = kept.get(key);
		if (known?.state === state && at < known.until) {
			const page = await known.page;
			return page === null ? make() : answerOf(page);
		}
		const { promise, resolve } = Promise.withResolvers<Page | null>();
		const entry: Kept = { state, until: at + LIFETIME_MS, page: promise, size: 0 };
		forget(key);
		kept.set(key, entry);
		let page: Page | null = null;
		try {
			const response = await make();
			page = await pageOf(response);
			return response;
		} finally {
			resolve(page);
			count(key, entry, page);
		}
	};
}

/** All of a request that a shared page depends on; null where the answer is for one reader only. */
function keyOf(event: RequestEvent): string | null {
	const { request, route, url, locals, cookies } = event;
	const isShared =
		request.method === 'GET' &&
		SHARED_ROUTES.has(route.id) &&
		locals.ctx.actor === null &&
		readSessionCookie(cookies, url) === undefined &&
		!event.isDataRequest &&
		!event.isRemoteRequest &&
		['authorization', 'if-none-match', 'range'].every((name) => !request.headers.has(name));
	if (!isShared) return null;
	const accept = request.headers.get('accept') ?? '';
	const key = [locals.locale, accept, request.url].join('\n');
	return key.length > LONGEST_KEY ? null : key;
}

/** What of an answer can be told to others, or null. The answer itself stays readable. */
async function pageOf(response: Response): Promise<Page | null> {
	const { status, headers } = response;
	const type = headers.get('content-type') ?? '';
	const cache = headers.get('cache-control') ?? '';
	const isText = /^(?:text\/html|application\/json|image\/svg\+xml)\b/.test(type);
	const isPrivate = headers.has('set-cookie') || /no-store/.test(cache);
	if (status !== 200 || !isText || isPrivate) return null;

	const text = await response.clone().text();
	if (text.length > LARGEST_PAGE) return null;
	const policy = headers.get('content-security-policy') ?? '';
	const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
	const split = (value: string) => (nonce === undefined ? [value] : value.split(nonce));
	return {
		parts: split(text),
		headers: [...headers].map(([name, value]) => [name, split(value)]),
		size: text.length
	};
}

function answerOf({ parts, headers }: Page): Response {
	const nonce = randomBytes(16).toString('base64');
	return new Response(parts.join(nonce), {
		headers: headers.map(([name, values]): [string, string] => [name, values.join(nonce)])
	});
}
