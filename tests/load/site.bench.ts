// npm run bench -- site: the built site on 3.7 million figures of one database, read by fifty readers
// while one writer enters and publishes months and somebody exports. Beside it a bare server of the
// same run. `--small` takes 0.37 million, `--postgresql` the other database.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabaseConnection } from '#lib/database/connection.ts';
import { send, startSite } from '#tests/support/site-process.ts';
import { startPostgres } from '#tests/support/postgres-server.ts';
import { startBareServer } from './bare-server.ts';
import { generate } from './generate.ts';
import { exportRepeatedly, readRepeatedly, type Reading } from './readers.ts';
import { addWriter, publishRepeatedly } from './writer.ts';

const READERS = 50;
const SECONDS = 20;
/** How long a person looks at a page before the next; without it the readers ask as fast as they can. */
const PAUSES_MS = [1000, 0] as const;

const months = process.argv.includes('--small') ? 12 : 120;
const isPostgres = process.argv.includes('--postgresql');
const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-site-'));
const postgres = isPostgres ? await startPostgres() : null;

try {
	execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
	await run(postgres?.url ?? `file:${path.join(folder, 'site.db')}`);
} finally {
	await postgres?.stop();
	rmSync(folder, { recursive: true, force: true });
}

async function run(url: string): Promise<void> {
	const db = openDatabaseConnection(url, () => undefined);
	const rows = await generate(db, months);
	const token = await addWriter({ db, now: () => new Date() });
	await db.destroy();

	const bare = await startBareServer();
	const site = await startSite({ DATABASE_URL: url, DATA_DIR: folder });
	try {
		console.log(
			`${isPostgres ? 'PostgreSQL' : 'SQLite'}, ${(rows / 1e6).toFixed(2)} million figures, ${String(READERS)} readers, ${String(SECONDS)} s each\n`
		);
		console.log(
			'| reading | requests/s | TTFB p50 ms | p95 ms | p99 ms | not 200 | event loop p99 ms |'
		);
		console.log('| --- | --: | --: | --: | --: | --: | --: |');
		for (const pause of PAUSES_MS) {
			const how = pause === 0 ? 'as fast as they can' : `a page each ${String(pause)} ms`;
			const until = () => performance.now() + SECONDS * 1000;
			print(`bare server, ${how}`, await readRepeatedly(bare.port, READERS, pause, until()));
			await readRepeatedly(site.port, READERS, pause, performance.now() + 3000);
			const end = until();
			const [reading, written] = await Promise.all([
				readRepeatedly(site.port, READERS, pause, end),
				publishRepeatedly(site.port, token, end)
			]);
			print(`site and a writer (${String(written)} months), ${how}`, reading, await lag(site.port));
		}
		const end = performance.now() + SECONDS * 1000;
		await lag(site.port);
		const [reading, exported] = await Promise.all([
			readRepeatedly(site.port, READERS, 1000, end),
			exportRepeatedly(site.port, end)
		]);
		print(
			`site and ${String(exported)} exports, a page each 1000 ms`,
			reading,
			await lag(site.port)
		);
	} finally {
		await site.stop();
		bare.stop();
	}
}

/** The site's own measure of how late its event loop was since it was last asked. */
async function lag(port: number): Promise<number> {
	const { text } = await send(port, { path: '/metrics', headers: { host: '127.0.0.1' } });
	const line = /^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(text);
	return Number(line?.[1] ?? Number.NaN) * 1000;
}

function print(name: string, { perSecond, p50, p95, p99, refused }: Reading, loop?: number): void {
	const cells = [perSecond, p50, p95, p99].map((number) => number.toFixed(0));
	console.log(
		`| ${name} | ${cells.join(' | ')} | ${String(refused)} | ${loop?.toFixed(0) ?? '–'} |`
	);
}
