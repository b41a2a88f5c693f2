import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '#lib/ask/server/ask.ts';
import type { Context } from '#lib/core/context.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { openForEntry } from '#tests/support/observation-actors.ts';

const QUESTION = 'Bagaimana pegawai Disdukcapil ditempatkan di kecamatan?';

let server: Server;
let service: { url: string; key: string; model: string };
let reply: (passages: string) => { status?: number; content: unknown };
let received: { path: string; key: string | undefined; body: string };

beforeAll(async () => {
	server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			received = { path: request.url ?? '', key: request.headers.authorization, body };
			const { status = 200, content } = reply(body);
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ choices: [{ message: { content } }] }));
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	service = { url: `http://127.0.0.1:${String(port)}/v1`, key: 'secret', model: 'model-x' };
});

afterAll(() => {
	server.close();
});

describe.each(databaseNames)('asking on %s', (name) => {
	let ctx: Context;

	beforeAll(async () => {
		ctx = await openForEntry(name);
	});

	test('a question is answered with passages as they stand, and where they stand', async () => {
		const { passages, sentences } = await ask(ctx, QUESTION, null);

		expect(sentences).toBeNull();
		expect(passages.length).toBeGreaterThan(0);
		expect(passages.length).toBeLessThanOrEqual(5);
		expect(passages[0]).toMatchObject({
			slug: 'enam-layanan-adminduk-di-13-kecamatan',
			regionName: 'Kota Tangerang',
			lang: 'id',
			isSample: 0,
			confirmedOn: null
		});
		expect(passages[0]?.text).toMatch(/kecamatan/i);
		expect(passages[0]?.marks.length).toBeGreaterThan(0);
	});

	test('a passage with all that is asked comes before one with half of it', async () => {
		const { passages } = await ask(ctx, 'Bagaimana pegawai ditempatkan?', null);
		expect(passages[0]?.text).toMatch(/menempatkan pegawai/);
	});

	test('a question in English is answered from the English text', async () => {
		const english = { ...ctx, locale: 'en' as const };
		const { passages } = await ask(
			english,
			'How are agency staff seconded to the kecamatan?',
			null
		);
		expect(passages[0]).toMatchObject({ lang: 'en' });
	});

	test.each([
		'Berapa harga tiket kereta ke Surabaya?',
		'Siapa presiden Mars?',
		'???',
		'<script>alert(1)</script>'
	])('%j is answered by nothing', async (question) => {
		expect(await ask(ctx, question, null)).toEqual({ passages: [], sentences: null });
	});

	test('a service phrases an answer from the passages, and only those go out', async () => {
		const { passages } = await ask(ctx, QUESTION, null);
		const [first = ''] = passages[0]?.text.split(/(?<=\.)\s/) ?? [];
		reply = () => ({ content: `${first.replace(/\.$/, '')} [1].` });
		const { sentences } = await ask(ctx, QUESTION, service);

		expect(sentences).toMatchObject([{ passages: [1] }]);
		expect(received.path).toBe('/v1/chat/completions');
		expect(received.key).toBe('Bearer secret');
		expect(received.body).toContain('model-x');
		expect(received.body).not.toContain('@');
	});

	test.each([
		['an invented answer', { content: 'Biayanya Rp 5 miliar menurut wali kota [1].' }],
		['a citation of nothing', { content: 'Pegawai ditempatkan di kecamatan [9].' }],
		['no text', { content: 7 }],
		['an error', { status: 500, content: '' }]
	])('%s is dropped, and the passages stay', async (_what, answer) => {
		reply = () => answer;
		const { passages, sentences } = await ask(ctx, QUESTION, service);
		expect(sentences).toBeNull();
		expect(passages.length).toBeGreaterThan(0);
	});

	test('a service that is not there changes nothing', async () => {
		const gone = { ...service, url: 'http://127.0.0.1:1/v1' };
		expect((await ask(ctx, QUESTION, gone)).passages.length).toBeGreaterThan(0);
	});
});
