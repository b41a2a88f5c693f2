import { beforeEach, describe, expect, test } from 'vitest';
import { bumpDataVersion } from '#lib/observations/server/data-version.ts';
import { createSharedPages, type ShareAnswer } from '#lib/http/server/shared-pages.ts';
import { openDatabaseConnection, type Db } from '#lib/database/connection.ts';
import { readDatabaseState } from '#lib/database/state.ts';
import { databaseNames, openDatabaseAt } from '#tests/support/databases.ts';

const MADE_AT = new Date('2026-11-24T03:00:00Z');

interface Asking {
	readonly path?: string;
	readonly route?: string;
	readonly locale?: string;
	readonly method?: string;
	readonly headers?: Record<string, string>;
	readonly session?: string;
	readonly actor?: object;
	readonly isDataRequest?: boolean;
	readonly now?: Date;
}

describe.each(databaseNames)('a page made once for everybody on %s', (name) => {
	let db: Db;
	let other: Db;
	let share: ShareAnswer;
	/** How many pages were made. */
	let made = 0;
	let answer: () => Response;

	beforeEach(async () => {
		const opened = await openDatabaseAt(name);
		db = opened.db;
		other = openDatabaseConnection(opened.url);
		share = createSharedPages();
		made = 0;
		answer = () => html(`page ${String(made)}`);
		return () => other.destroy();
	});

	const ask = async (asking: Asking = {}) => {
		const { path = '/kpis', route = path, locale = 'id', method = 'GET', headers = {} } = asking;
		const url = new URL(path, 'http://studi.example');
		const event = {
			url,
			request: new Request(url, { method, headers }),
			route: { id: route },
			cookies: { get: () => asking.session },
			isDataRequest: asking.isDataRequest ?? false,
			isRemoteRequest: false,
			locals: { locale, ctx: { db, actor: asking.actor ?? null, now: () => asking.now ?? MADE_AT } }
		};
		const response = await share(event as never, () => {
			made++;
			return answer();
		});
		return { response, text: await response.text() };
	};

	/** PostgreSQL counts the changes of all its databases, and other tests write to theirs meanwhile. */
	const undisturbed = async <T>(asking: () => Promise<T>): Promise<T> => {
		for (;;) {
			share = createSharedPages();
			made = 0;
			const before = await readDatabaseState(db);
			const result = await asking();
			if ((await readDatabaseState(db)) === before) return result;
		}
	};

	test('is the same for the second reader, with its headers', async () => {
		const { response, text } = await undisturbed(async () => {
			await ask();
			return ask();
		});
		expect(made).toBe(1);
		expect(text).toBe('page 1');
		expect(response.headers.get('content-type')).toBe('text/html');
	});

	test('is made once for readers who ask at the same time', async () => {
		const answers = await undisturbed(() => Promise.all([ask(), ask(), ask()]));
		expect(made).toBe(1);
		expect(answers.map(({ text }) => text)).toEqual(['page 1', 'page 1', 'page 1']);
	});

	test.each(['its own connection', 'another process'])(
		'is made anew after a publication by %s',
		async (who) => {
			await ask();
			await bumpDataVersion({ db: who === 'another process' ? other : db, now: () => MADE_AT });
			expect((await ask()).text).toBe('page 2');
		}
	);

	test('is made anew after a change of any other table', async () => {
		await ask();
		await other
			.insertInto('account')
			.values({
				id: 'a',
				email: 'a@b.example',
				name: 'A',
				passwordHash: null,
				locale: null,
				createdAt: MADE_AT.toISOString(),
				disabledAt: null
			})
			.execute();
		expect((await ask()).text).toBe('page 2');
	});

	test('is not kept as the newer one when something is published while it is made', async () => {
		let publish: (() => Promise<void>) | null = () =>
			bumpDataVersion({ db: other, now: () => MADE_AT });
		answer = () => html(`page ${String(made)}`);
		const slow = createSharedPages();
		share = (event, make) =>
			slow(event, async () => {
				const response = await make();
				await publish?.();
				publish = null;
				return response;
			});
		await ask();
		expect((await ask()).text).toBe('page 2');
	});

	test('is made anew after ten seconds, because it may speak of today', async () => {
		const later = (ms: number) => ({ now: new Date(MADE_AT.getTime() + ms) });
		const texts = await undisturbed(async () => {
			await ask();
			return [(await ask(later(9_999))).text, (await ask(later(10_000))).text];
		});
		expect(texts).toEqual(['page 1', 'page 2']);
	});

	test.each<[string, Asking]>([
		['somebody with a session, valid or not', { session: 'token' }],
		['somebody who is signed in', { actor: { accountId: 'a' } }],
		['a program with a token', { headers: { authorization: 'Bearer x' } }],
		['a browser that asks whether its page is still good', { headers: { 'if-none-match': '"x"' } }],
		['another language', { locale: 'en' }],
		['another address', { path: '/kpis?family=SLA', route: '/kpis' }],
		['another kind of answer', { headers: { accept: 'text/csv' } }],
		['a form that was sent', { method: 'POST' }],
		['the data of a page without the page', { isDataRequest: true }]
	])('is not given to %s', async (_who, asking) => {
		await ask();
		expect((await ask(asking)).text).toBe('page 2');
	});

	test('of a reader with a session is given to nobody else', async () => {
		await ask({ session: 'token' });
		expect((await ask()).text).toBe('page 2');
	});

	test('is never the form of a request, which carries a key of its own', async () => {
		const form = { path: '/hosts/36.71/request', route: '/hosts/[region]/request' };
		await ask(form);
		expect((await ask(form)).text).toBe('page 2');
	});

	test.each<[string, () => Response]>([
		['an error', () => new Response('no', { status: 503 })],
		['a redirect', () => new Response(null, { status: 303, headers: { location: '/' } })],
		['a cookie', () => html('x', { 'set-cookie': 'locale=en' })],
		['what may not be stored', () => html('x', { 'cache-control': 'private, no-store' })]
	])('is not kept when it is %s', async (_what, response) => {
		answer = response;
		await ask();
		await ask();
		expect(made).toBe(2);
	});

	test('fails for who asked first and is made for those who waited', async () => {
		answer = () => {
			if (made === 1) throw new Error('broken');
			return html('mended');
		};
		const answers = await undisturbed(() => Promise.allSettled([ask(), ask()]));
		expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const texts = answers.map((one) => (one.status === 'fulfilled' ? one.value.text : ''));
		expect(texts).toContain('mended');
	});

	test('has a nonce of its own in each answer, in the policy as in the page', async () => {
		answer = () =>
			html('<script nonce="c2VjcmV0"></script><script nonce="c2VjcmV0"></script>', {
				'content-security-policy': "script-src 'self' 'nonce-c2VjcmV0'"
			});
		const answers = await undisturbed(async () => [await ask(), await ask(), await ask()]);
		const nonces = answers.slice(1).map(({ response, text }) => {
			const policy = response.headers.get('content-security-policy') ?? '';
			const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
			expect(text).toBe(`<script nonce="${nonce}"></script>`.repeat(2));
			return nonce;
		});
		expect(made).toBe(1);
		expect(new Set([...nonces, 'c2VjcmV0']).size).toBe(3);
	});

	test('leaves when three hundred others were asked for since', async () => {
		await ask();
		for (let i = 0; i < 300; i++) await ask({ path: `/kpis?page=${String(i)}`, route: '/kpis' });
		expect((await ask()).text).toBe('page 302');
	});
});

function html(text: string, headers: Record<string, string> = {}): Response {
	return new Response(text, { headers: { 'content-type': 'text/html', ...headers } });
}
