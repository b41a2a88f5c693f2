import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { send, startSite, type Answer, type Site } from '#tests/support/site-process.ts';

const MIB = 1024 * 1024;
let site: Site;

beforeAll(async () => {
	site = await startSite({ LOG_LEVEL: 'info' });
});

afterAll(() => site.stop());

const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('every kind of answer', () => {
	const kinds: [string, number, () => Promise<Answer>][] = [
		['a page', 200, () => send(site.port, { path: '/about' })],
		['a file', 200, () => send(site.port, { path: '/robots.txt' })],
		['health', 200, () => send(site.port, { path: '/healthz' })],
		['readiness', 200, () => send(site.port, { path: '/readyz' })],
		['the API', 200, () => send(site.port, { path: '/api/v1/regions?limit=1' })],
		['a page that is not there', 404, () => send(site.port, { path: '/nothing-here' })],
		['an API path that is not there', 404, () => send(site.port, { path: '/api/v1/nothing' })],
		['a path with two slashes', 400, () => send(site.port, { path: '//evil.example' })],
		[
			'a form from another site',
			403,
			() =>
				send(
					site.port,
					{
						path: '/sign-in',
						method: 'POST',
						headers: { ...form, origin: 'https://evil.example' }
					},
					'email=a'
				)
		],
		[
			'a body over the limit',
			413,
			() =>
				send(site.port, { path: '/sign-in', method: 'POST', headers: form }, 'a'.repeat(MIB + 1))
		],
		['another host', 421, () => send(site.port, { path: '/', headers: { host: 'evil.example' } })],
		[
			'headers beyond measure',
			431,
			() => send(site.port, { path: '/', headers: { 'x-long': 'a'.repeat(20_000) } })
		]
	];

	test.each(kinds)('%s (%i) carries the security headers', async (_kind, status, ask) => {
		const answer = await ask();
		expect(answer.status).toBe(status);
		expect(answer.headers).toMatchObject({
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'referrer-policy': 'strict-origin-when-cross-origin',
			'cross-origin-opener-policy': 'same-origin',
			'permissions-policy': expect.stringContaining('camera=()') as string,
			'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string
		});
		expect(answer.headers['content-security-policy']).not.toMatch(/unsafe-(inline|eval)/);
		expect(answer.headers).not.toHaveProperty('x-powered-by');
	});
});

describe('the API', () => {
	const ask = (path: string, method = 'GET') => send(site.port, { path, method });

	test('answers an address that is not there as the API does', async () => {
		for (const method of ['GET', 'POST', 'DELETE']) {
			const answer = await ask('/api/v1/nothing', method);
			expect(answer.headers['content-type']).toContain('application/problem+json');
			expect(JSON.parse(answer.text)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
		}
	});

	test('refuses a form and a body of no named type as it refuses any other type', async () => {
		for (const headers of [{}, { 'content-type': 'multipart/form-data; boundary=x' }]) {
			const answer = await send(
				site.port,
				{ path: '/api/v1/visits', method: 'POST', headers },
				'a'
			);
			expect(answer.headers['content-type']).toContain('application/problem+json');
			expect([401, 415]).toContain(answer.status);
		}
	});

	test('names the methods of an address when another is tried', async () => {
		const answer = await ask('/api/v1/regions', 'DELETE');
		expect(answer.headers.allow).toContain('GET');
		expect(JSON.parse(answer.text)).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
	});

	test('lets scripts of other sites send a token and a condition', async () => {
		const answer = await ask('/api/v1/observations', 'OPTIONS');
		expect(answer.status).toBe(204);
		expect(answer.headers).toMatchObject({
			'access-control-allow-origin': '*',
			'access-control-allow-methods': expect.stringContaining('PUT') as string,
			'access-control-allow-headers': expect.stringContaining('If-None-Match') as string
		});
	});

	test('describes itself', async () => {
		const { status, text } = await ask('/api/v1/openapi.json');
		expect(status).toBe(200);
		expect(JSON.parse(text)).toMatchObject({
			openapi: '3.1.1',
			servers: [{ url: `http://127.0.0.1:${String(site.port)}/api/v1` }]
		});
	});
});

describe('the size of a body', () => {
	const pieces = (bytes: number) => Array.from({ length: 8 }, () => 'a'.repeat(bytes / 8));
	const json = { 'content-type': 'application/json' };

	test('a body that does not say its length is refused at the same limit', async () => {
		const host = `localhost:${String(site.port)}`;
		const headers = { ...form, host, origin: `http://${host}` };
		const at = (bytes: number) =>
			send(site.port, { path: '/sign-in', method: 'POST', headers }, pieces(bytes));
		expect((await at(2 * MIB)).status).toBe(413);
		expect((await at(MIB / 2)).status).toBe(422);
	});

	test('a bulk upload of observations may be larger, up to its own limit', async () => {
		const at = (bytes: number) =>
			send(
				site.port,
				{ path: '/api/v1/observations', method: 'PUT', headers: json },
				pieces(bytes)
			);
		expect((await at(2 * MIB)).status).toBe(401);
		expect((await at(26 * MIB)).status).toBe(413);
	});

	test('the refusal is a problem document', async () => {
		const answer = await send(
			site.port,
			{ path: '/api/v1/visits', method: 'POST', headers: json },
			'a'.repeat(MIB + 1)
		);
		expect(answer.headers['content-type']).toContain('application/problem+json');
		expect(JSON.parse(answer.text)).toMatchObject({ status: 413, code: 'TOO_LARGE' });
	});
});

describe('who asks', () => {
	test('health is answered whatever the host, so that a supervisor can ask', async () => {
		const headers = { host: '10.0.0.7:3000' };
		expect((await send(site.port, { path: '/healthz', headers })).status).toBe(200);
		expect((await send(site.port, { path: '/readyz', headers })).status).toBe(421);
	});

	test('a form works under every name of this machine', async () => {
		for (const name of ['localhost', '127.0.0.1']) {
			const host = `${name}:${String(site.port)}`;
			const headers = { ...form, host, origin: `http://${host}` };
			const answer = await send(
				site.port,
				{ path: '/sign-in', method: 'POST', headers },
				'email=a'
			);
			expect(answer.status).toBe(422);
		}
	});

	test('a stranger cannot choose the request id, and each request has its own', async () => {
		const headers = { 'x-request-id': 'chosen-by-me' };
		const first = await send(site.port, { path: '/healthz', headers });
		const second = await send(site.port, { path: '/healthz', headers });
		expect(first.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
		expect(first.headers['x-request-id']).not.toBe(second.headers['x-request-id']);
	});

	test('a request is one line of the log, without its query and without secrets', async () => {
		const answer = await send(site.port, { path: '/calendar/s3cret.ics?name=Sari' });
		const id = String(answer.headers['x-request-id']);
		const lines = () =>
			site
				.output()
				.split('\n')
				.filter((line) => line.includes(id));
		await expect.poll(lines).toHaveLength(1);
		expect(JSON.parse(lines()[0] ?? '')).toMatchObject({ method: 'GET', path: '/calendar/…' });
		expect(site.output()).not.toMatch(/s3cret|Sari/);
	});
});

describe('the figures for a monitoring system', () => {
	const ask = (port: number, headers: Record<string, string> = {}) =>
		send(port, { path: '/metrics', headers: { host: `localhost:${String(port)}`, ...headers } });

	test('are given to this machine, and count what was asked', async () => {
		await send(site.port, { path: '/api/v1/regions?limit=1' });
		const { status, text } = await ask(site.port);
		expect(status).toBe(200);
		expect(text).toMatch(
			/http_request_duration_seconds_count\{method="GET",kind="api",status="200"\} [1-9]/
		);
		expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
	});

	test('are not given to those whom a proxy on this machine brings', async () => {
		expect((await ask(site.port, { 'x-forwarded-for': '203.0.113.7' })).status).toBe(404);
		expect((await ask(site.port, { host: 'studitiru.example.go.id' })).status).toBe(404);
	});

	test('need the token where one is set', async () => {
		const token = 'a-token-of-at-least-thirty-two-letters';
		const closed = await startSite({ METRICS_TOKEN: token });
		try {
			expect((await ask(closed.port)).status).toBe(404);
			expect((await ask(closed.port, { authorization: 'Bearer wrong' })).status).toBe(404);
			const answer = await ask(closed.port, { authorization: `Bearer ${token}` });
			expect(answer.status).toBe(200);
		} finally {
			await closed.stop();
		}
	});
});

describe('what search engines read', () => {
	test('robots.txt names the sitemap, and the sitemap the public pages of every region', async () => {
		const robots = await send(site.port, { path: '/robots.txt' });
		const address = `http://127.0.0.1:${String(site.port)}/sitemap.xml`;
		expect(robots.text).toContain(`Sitemap: ${address}`);

		const { status, headers, text } = await send(site.port, { path: '/sitemap.xml' });
		expect(status).toBe(200);
		expect(headers['content-type']).toContain('application/xml');
		expect(text.match(/<loc>[^<]*\/regions\/\d\d\.\d\d<\/loc>/g)).toHaveLength(514);
		expect(text).toContain('/kpis/ADM-SLA-KTP</loc>');
		expect(text).not.toContain('/dashboard');
	});
});
