import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.ts';

const START_TIMEOUT_MS = 60_000;
const root = path.resolve(import.meta.dirname, '../..');

export interface Site {
	readonly port: number;
	readonly process: ChildProcess;
	/** All that the process has written so far. */
	readonly output: () => string;
	/** Resolves to the exit code once the process has ended. */
	readonly ended: Promise<number | null>;
	readonly stop: () => Promise<void>;
}

/** Starts the real server process on the built site, with a database of its own. */
export async function startSite(settings: Record<string, string> = {}): Promise<Site> {
	const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-site-'));
	const port = settings.PORT ? Number(settings.PORT) : await freePort();
	const site = runServer({
		PORT: String(port),
		DATABASE_URL: `file:${path.join(folder, 'site.db')}`,
		DATA_DIR: folder,
		DEMO: '0',
		...settings
	});
	const stop = async () => {
		site.process.kill('SIGKILL');
		await site.ended;
		rmSync(folder, { recursive: true, force: true });
	};
	await waitUntilReady(site.process, port, site.output).catch(async (error: unknown) => {
		await stop();
		throw error;
	});
	return { ...site, port, stop };
}

/** Runs `src/server.ts` with these settings and no others. */
export function runServer(
	settings: Record<string, string>
): Pick<Site, 'process' | 'output' | 'ended'> {
	const child = spawn(process.execPath, ['src/server.ts'], {
		cwd: root,
		env: { PATH: process.env.PATH, NODE_ENV: 'production', ...settings }
	});
	let output = '';
	const collect = (chunk: Buffer) => {
		output += chunk.toString();
	};
	child.stdout.on('data', collect);
	child.stderr.on('data', collect);
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	return { process: child, output: () => output, ended };
}

async function waitUntilReady(
	child: ChildProcess,
	port: number,
	output: () => string
): Promise<void> {
	const deadline = Date.now() + START_TIMEOUT_MS;
	while (Date.now() < deadline && child.exitCode === null) {
		const answer = await send(port, { path: '/readyz' }).catch(() => null);
		if (answer?.status === 200) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`The site did not start:\n${output()}`);
}

export interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly text: string;
}

/** One request over its own connection; unlike `fetch` it can send any Host header. */
export function send(
	port: number,
	options: RequestOptions,
	body?: string | readonly string[]
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const outgoing = request({ host: '127.0.0.1', port, agent: false, ...options }, (response) => {
			let text = '';
			response.setEncoding('utf8');
			response.on('data', (chunk: string) => (text += chunk));
			response.on('end', () => {
				resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
			});
		});
		outgoing.on('error', reject);
		// Several pieces are sent without saying how long they are together.
		if (typeof body === 'object') for (const piece of body) outgoing.write(piece);
		outgoing.end(typeof body === 'string' ? body : undefined);
	});
}
