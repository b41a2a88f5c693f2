import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type Site } from '#tests/support/site-process.ts';

let site: Site;

beforeAll(async () => {
	site = await startSite();
});

afterAll(() => site.stop());

const ask = (path: string, headers: Record<string, string>) =>
	fetch(`http://127.0.0.1:${String(site.port)}${path}`, { headers });
const plain = { 'accept-encoding': 'identity' };

describe('what leaves the site', () => {
	test.each([
		['a page', '/regions'],
		['an answer of the API', '/api/v1/kpis'],
		['a table as CSV', '/api/v1/regions.csv?limit=500'],
		['the sitemap', '/sitemap.xml']
	])('%s is compressed as the client takes it, and says the same', async (_, path) => {
		const whole = await ask(path, plain);
		expect(whole.headers.get('content-encoding')).toBeNull();
		const text = await whole.text();
		for (const encoding of ['br', 'gzip']) {
			const answer = await ask(path, { 'accept-encoding': encoding });
			expect(answer.status).toBe(200);
			expect(answer.headers.get('content-encoding')).toBe(encoding);
			expect(answer.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
			expect(withoutNonces(await answer.text())).toBe(withoutNonces(text));
		}
	});

	test('files that the build compressed are not compressed again', async () => {
		const page = await (await ask('/innovations', plain)).text();
		const script = /\/_app\/immutable\/[^"']+\.js/.exec(page)?.[0] ?? '';
		const answer = await ask(script, { 'accept-encoding': 'br' });
		expect(answer.headers.get('content-encoding')).toBe('br');
		expect(await answer.text()).toBe(await (await ask(script, plain)).text());
	});

	test('a picture, and a text of a few bytes, leave as they are', async () => {
		for (const path of ['/og/regions/36.71.png', '/healthz']) {
			const answer = await ask(path, { 'accept-encoding': 'br, gzip' });
			expect(answer.status).toBe(200);
			expect(answer.headers.get('content-encoding')).toBeNull();
		}
	});

	test('a known answer is still answered by 304 without a body', async () => {
		const first = await ask('/api/v1/kpis', { 'accept-encoding': 'br' });
		await first.arrayBuffer();
		const again = await ask('/api/v1/kpis', {
			'accept-encoding': 'br',
			'if-none-match': first.headers.get('etag') ?? ''
		});
		expect(again.status).toBe(304);
		expect(await again.text()).toBe('');
	});
});

/** The policy's nonce, the moment and the waiting marks of a page are other ones each time. */
function withoutNonces(text: string): string {
	return text
		.replace(/nonce="[^"]+"/g, '')
		.replace(/"generated_at":"[^"]+"/g, '')
		.replace(/__sveltekit_\w+/g, '');
}
