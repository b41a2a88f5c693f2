import { connect } from 'node:net';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabaseConnection } from '#lib/database/connection.ts';
import { migrateToLatest } from '#lib/database/migrator.ts';
import { runServer, send, startSite, type Site } from '#tests/support/site-process.ts';

async function start(settings?: Record<string, string>): Promise<Site> {
	const site = await startSite(settings);
	onTestFinished(() => site.stop());
	return site;
}

describe('starting', () => {
	test('bad settings are all named, and the process ends with 78', async () => {
		const server = runServer({ PORT: 'x', DATABASE_URL: 'mysql://db', TRUST_PROXY: 'maybe' });
		expect(await server.ended).toBe(78);
		for (const name of ['PORT', 'DATABASE_URL', 'TRUST_PROXY']) {
			expect(server.output()).toContain(name);
		}
	});

	test('a secret that cannot be read from its file is named too', async () => {
		const server = runServer({ METRICS_TOKEN_FILE: '/nonexistent/token' });
		expect(await server.ended).toBe(78);
		expect(server.output()).toContain('METRICS_TOKEN_FILE');
	});

	test('a port in use is said plainly', async () => {
		const site = await start();
		const second = runServer({
			PORT: String(site.port),
			DATABASE_URL: 'file::memory:',
			DEMO: '0'
		});
		expect(await second.ended).toBe(1);
		expect(second.output()).toContain(`Port ${String(site.port)} is in use`);
	});

	test('an empty site prints the link that makes the first administrator', async () => {
		const site = await start();
		expect(site.output()).toContain(`http://localhost:${String(site.port)}/setup/`);
	});
});

describe('a first start that was killed while it seeded', () => {
	test('is made up for by the next one', async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-killed-'));
		onTestFinished(() => {
			rmSync(folder, { recursive: true, force: true });
		});
		const url = `file:${path.join(folder, 'site.db')}`;
		const db = openDatabaseConnection(url);
		await migrateToLatest(db);
		await db.destroy();

		const site = await start({ DATABASE_URL: url, DEMO: '1' });
		expect(site.output()).toContain('Filling the demonstration');
		const { text } = await send(site.port, { path: '/api/v1/hosts' });
		expect((JSON.parse(text) as { data: unknown[] }).data).not.toHaveLength(0);
	}, 60_000);

	test('but a site that was started empty stays empty', async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-empty-'));
		onTestFinished(() => {
			rmSync(folder, { recursive: true, force: true });
		});
		const url = `file:${path.join(folder, 'site.db')}`;
		await (await start({ DATABASE_URL: url, DEMO: '0' })).stop();
		const again = await start({ DATABASE_URL: url, DEMO: '1' });
		expect(again.output()).not.toContain('Filling the demonstration');
		expect(again.output()).toContain('/setup/');
	});
});

describe('behind a proxy', () => {
	test('a trusted proxy passes on its request id, and https is asked to stay', async () => {
		const site = await start({ TRUST_PROXY: '1', ORIGIN: 'https://studitiru.example.go.id' });
		const answer = await send(site.port, {
			path: '/about',
			headers: { host: 'studitiru.example.go.id', 'x-request-id': 'from-the-proxy' }
		});
		expect(answer.status).toBe(200);
		expect(answer.headers['x-request-id']).toBe('from-the-proxy');
		expect(answer.headers).toHaveProperty('strict-transport-security');
		const direct = await send(site.port, { path: '/about' });
		expect(direct.status).toBe(421);
	});
});

describe('stopping', () => {
	test('a request that has begun is answered, then the process ends with 0', async () => {
		const site = await start();
		const socket = connect(site.port, '127.0.0.1');
		await once(socket, 'connect');
		let answer = '';
		socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
		const body = 'email=a&password=b';
		socket.write(
			[
				'POST /sign-in HTTP/1.1',
				`Host: localhost:${String(site.port)}`,
				`Origin: http://localhost:${String(site.port)}`,
				'Content-Type: application/x-www-form-urlencoded',
				`Content-Length: ${String(body.length)}`,
				'',
				body.slice(0, 5)
			].join('\r\n')
		);
		await new Promise((resolve) => setTimeout(resolve, 100)); // the request has begun

		site.process.kill('SIGTERM');
		await expect
			.poll(() => send(site.port, { path: '/readyz' }).then(({ status }) => status), {
				timeout: 400,
				interval: 20
			})
			.toBe(503);
		await new Promise((resolve) => setTimeout(resolve, 700)); // past the notice: no longer listening
		await expect(send(site.port, { path: '/healthz' })).rejects.toThrow('ECONNREFUSED');

		socket.write(body.slice(5));
		expect(await site.ended).toBe(0);
		expect(site.output()).not.toContain('by force');
		expect(answer).toMatch(/^HTTP\/1\.1 422 /);
	});

	test('a connection that says nothing does not hold the process', async () => {
		const site = await start();
		const socket = connect(site.port, '127.0.0.1');
		await once(socket, 'connect');
		site.process.kill('SIGINT');
		expect(await site.ended).toBe(0);
		expect(site.output()).not.toContain('by force');
	});
});
