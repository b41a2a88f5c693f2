/* Search in 20,000 write-ups on both databases, beside a raw full-text statement of the same run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { loadReferenceData } from '#db/reference/load.ts';
import { type Db, openDatabaseConnection } from '#lib/database/connection.ts';
import { isPostgres } from '#lib/database/dialect.ts';
import { migrateToLatest } from '#lib/database/migrator.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { findInnovations } from '#lib/innovations/server/find-innovations.ts';
import { refreshStaleSearch } from '#lib/innovations/server/index-innovation.ts';
import { startPostgres } from '#tests/support/postgres-server.ts';
import { generateWriteUps } from './search-corpus.ts';

const option = process.argv.find((word) => word.startsWith('--write-ups='));
const WRITE_UPS = Number(option?.split('=')[1] ?? 20_000);
const ROUNDS = 20;
/** From a word in every write-up to one in a few, several words, a thing, a slip and a region. */
const QUERIES = [
	'layanan',
	'pelayanan kecamatan',
	'kartu keluarga',
	'KTP-el',
	'akta kelahiran',
	'jemput bola',
	'program2a',
	'pelayanna',
	'tangerang',
	'kota tangerang layanan',
	'petugas kecamatan dukcapil penduduk'
];

/** `--sqlite=FILE` and `TEST_POSTGRES_URL` keep a filled database for the next run. */
const kept = process.argv.find((word) => word.startsWith('--sqlite='))?.split('=')[1];
const isFillOnly = process.argv.includes('--fill-only');
const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-search-'));
const postgres = await startPostgres();
try {
	for (const [name, url] of [
		['SQLite', `file:${kept ?? path.join(folder, 'search.db')}`],
		['PostgreSQL', postgres.url]
	] as const) {
		const db = openDatabaseConnection(url, () => undefined);
		await fill(name, db);
		if (!isFillOnly) await measure(name, db);
		await db.destroy();
	}
} finally {
	await postgres.stop();
	rmSync(folder, { recursive: true, force: true });
}

async function fill(name: string, db: Db): Promise<void> {
	await migrateToLatest(db);
	const filled = await db.selectFrom('searchDocument').select('id').limit(1).execute();
	if (filled.length > 0) return;
	await loadReferenceData(db);
	await generateWriteUps(db, WRITE_UPS);
	const began = performance.now();
	// One transaction spares SQLite the waits for the disk; PostgreSQL would keep every old row.
	if (isPostgres(db)) await refreshStaleSearch({ db });
	else await inTransaction({ db }, refreshStaleSearch);
	const indexing = (performance.now() - began) / WRITE_UPS;
	console.log(`${name}: indexing one write-up takes ${indexing.toFixed(2)} ms`);
	if (isPostgres(db)) await sql`vacuum analyze`.execute(db);
}

async function measure(name: string, db: Db): Promise<void> {
	const ctx = { db, actor: null, now: () => new Date(), locale: 'id' as const };
	const site = (q: string) => () => findInnovations(ctx, { q });
	const raw = (q: string) => () => rawSearch(db, q);
	console.log(`\n${name}, ${String(WRITE_UPS)} write-ups`);
	console.log('| search | found | site p50 ms | p95 ms | raw p50 ms | ratio |');
	console.log('| --- | --: | --: | --: | --: | --: |');
	const all: number[] = [];
	for (const q of QUERIES) {
		const times = await timesOf(site(q));
		const base = await timesOf(raw(q));
		all.push(...times);
		const { total } = await findInnovations(ctx, { q });
		const row = [q, total, at(times, 0.5), at(times, 0.95), at(base, 0.5)];
		console.log(`| ${row.join(' | ')} | ${(Number(row[2]) / Number(row[4])).toFixed(1)} |`);
	}
	console.log(`| all | | ${at(all, 0.5)} | ${at(all, 0.95)} | | |`);
}

/** What the database takes for the best twenty of the first word, without anything around it. */
async function rawSearch(db: Db, q: string): Promise<void> {
	const word = q.toLowerCase().split(/[ -]/)[0] ?? '';
	await (
		isPostgres(db)
			? sql`select id from search_index where words @@ cast(${`'=${word}'`} as tsquery) order by ts_rank(words, cast(${`'=${word}'`} as tsquery)) desc limit 20`
			: sql`select rowid from search_index where search_index match ${`"=${word}"`} order by rank limit 20`
	).execute(db);
}

async function timesOf(run: () => Promise<unknown>): Promise<number[]> {
	const times: number[] = [];
	for (let i = -2; i < ROUNDS; i++) {
		const began = performance.now();
		await run();
		if (i >= 0) times.push(performance.now() - began);
	}
	return times;
}

function at(times: readonly number[], part: number): string {
	const sorted = times.toSorted((a, b) => a - b);
	return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
}
