import { describe, expect, test } from 'vitest';
import { bodyLimit } from '#lib/http/body-limit.ts';
import { securityHeaders } from '#lib/http/headers.ts';
import { allowedHosts, isLoopbackHost } from '#lib/http/hosts.ts';
import { logPath } from '#lib/http/log-path.ts';
import { requestId } from '#lib/http/request-id.ts';

const home = new URL('http://localhost:3000');
const published = new URL('https://studitiru.example.go.id');

describe('security headers', () => {
	test('no page but an embed may be framed', () => {
		expect(securityHeaders('/kpis', home)).toMatchObject({ 'x-frame-options': 'DENY' });
		expect(securityHeaders('/embed/x', home)).not.toHaveProperty('x-frame-options');
		expect(securityHeaders('/embed/x', home)['content-security-policy']).toContain(
			'frame-ancestors *'
		);
		expect(securityHeaders('/embedded', home)['content-security-policy']).toContain(
			"frame-ancestors 'none'"
		);
	});

	test('only open data may be used by other sites', () => {
		const policy = (path: string) => securityHeaders(path, home)['cross-origin-resource-policy'];
		expect(policy('/api/v1/regions')).toBe('cross-origin');
		expect(policy('/charts/ADM-SLA-KTP.png')).toBe('cross-origin');
		expect(policy('/og/regions/36.71.png')).toBe('cross-origin');
		expect(policy('/regions')).toBe('same-origin');
		expect(policy('/')).toBe('same-origin');
	});

	test('a site on https asks browsers to stay there, one on this machine does not', () => {
		expect(securityHeaders('/', published)).toHaveProperty('strict-transport-security');
		expect(securityHeaders('/', home)).not.toHaveProperty('strict-transport-security');
	});

	test('what brings no policy of its own may do nothing', () => {
		const policy = securityHeaders('/file.svg', home)['content-security-policy'];
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toContain('unsafe');
	});
});

describe('hosts', () => {
	test('a published site answers to its own name only', () => {
		expect([...allowedHosts(published, 3000)]).toEqual(['studitiru.example.go.id']);
	});

	test('a site on this machine answers to every name of this machine, with its port', () => {
		expect([...allowedHosts(home, 3000)].toSorted()).toEqual([
			'127.0.0.1:3000',
			'[::1]:3000',
			'localhost:3000'
		]);
	});

	test.each([
		['127.0.0.1:3000', true],
		['localhost', true],
		['[::1]:80', true],
		['localhost.evil.example', false],
		['evil.example:3000', false],
		['', false]
	])('%s counts as this machine: %s', (host, expected) => {
		expect(isLoopbackHost(host)).toBe(expected);
	});
});

test.each([
	['PUT', '/api/v1/observations', 25 * 1024 * 1024],
	['POST', '/api/v1/observations', 1024 * 1024],
	['PUT', '/api/v1/observations/submit', 1024 * 1024],
	['POST', '/sign-in', 1024 * 1024],
	['POST', '/innovations/sobat-dukcapil/files', 16 * 1024 * 1024],
	['POST', '/entry/2026-10/evidence/ADM-TAT-KTP/files', 16 * 1024 * 1024],
	['GET', '/innovations/sobat-dukcapil/files', 1024 * 1024]
])('%s %s may carry %i bytes', (method, path, bytes) => {
	expect(bodyLimit(method, path)).toBe(bytes);
});

test.each([
	['/regions?q=Sari%20Dewi', '/regions'],
	['/calendar/s3cret.ics?x=1', '/calendar/…'],
	['/setup/s3cret', '/setup/…'],
	['/invitations/s3cret/accept', '/invitations/…/accept'],
	['/setups/open', '/setups/open']
])('%s is logged as %s', (url, logged) => {
	expect(logPath(url)).toBe(logged);
});

test.each([
	['a trusted proxy’s id is kept', 'abcd-1234', true, 'abcd-1234'],
	['a stranger’s id is replaced', 'abcd-1234', false, 'fresh'],
	['an id that would break the log is replaced', 'a"\n{}', true, 'fresh'],
	['a missing id is made', undefined, true, 'fresh']
])('%s', (_rule, given, trustProxy, expected) => {
	expect(requestId(given, trustProxy, () => 'fresh')).toBe(expected);
});
