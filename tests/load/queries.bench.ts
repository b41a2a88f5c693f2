// Series, ranking, compare, region page, publishing, API page and picture on 0.37 and 3.7 million
// figures, on both databases, beside raw statements of the same run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabaseConnection } from '#lib/database/connection.ts';
import { startPostgres } from '#tests/support/postgres-server.ts';
import { generate } from './generate.ts';
import type { Timing } from './measure.ts';
import { measureAll, type Measured } from './queries.ts';

const months = process.argv.find((word) => word.startsWith('--months='))?.split('=')[1];
const SIZES = process.argv.includes('--small')
	? [12]
	: (months?.split(',').map(Number) ?? [12, 120]);
const KINDS = (['SQLite', 'PostgreSQL'] as const).filter(
	(kind) => !process.argv.includes(`--no-${kind.toLowerCase()}`)
);
const quiet = () => undefined;
const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-bench-'));

try {
	for (const kind of KINDS) await run(kind);
} finally {
	rmSync(folder, { recursive: true, force: true });
}

async function run(kind: (typeof KINDS)[number]): Promise<void> {
	const server = kind === 'PostgreSQL' ? await startPostgres() : null;
	const results: { rows: number; measured: readonly Measured[] }[] = [];
	try {
		for (const months of SIZES) {
			const url = server
				? await newDatabase(server.url, `bench${String(months)}`)
				: `file:${path.join(folder, `${String(months)}.db`)}`;
			const db = openDatabaseConnection(url, quiet);
			const start = performance.now();
			const rows = await generate(db, months);
			const seconds = (performance.now() - start) / 1000;
			console.error(`${kind}: ${String(rows)} figures made in ${seconds.toFixed(0)} s`);
			results.push({ rows, measured: await measureAll(db, url) });
			await db.destroy();
		}
	} finally {
		await server?.stop();
	}
	print(kind, results);
}

async function newDatabase(server: string, name: string): Promise<string> {
	const { default: pg } = await import('pg');
	const client = new pg.Client({ connectionString: server });
	await client.connect();
	await client.query(`drop database if exists ${name}`);
	await client.query(`create database ${name}`);
	await client.end();
	const url = new URL(server);
	url.pathname = `/${name}`;
	return url.href;
}

function print(kind: string, results: readonly { rows: number; measured: readonly Measured[] }[]) {
	const million = (rows: number) => `${(rows / 1e6).toFixed(2)} M`;
	const sizes = results.map(({ rows }) => million(rows));
	console.log(`\n${kind}, milliseconds\n`);
	console.log(
		`| question | ${sizes.map((size) => `p50 ${size} | p95 ${size} | CPU | raw p50 | times raw |`).join(' ')} growth | CPU growth |`
	);
	console.log(`|---|${'---|'.repeat(5 * results.length + 2)}`);
	const [small, large] = results;
	for (const [i, { name }] of (small?.measured ?? []).entries()) {
		const cells = results.flatMap(({ measured }) => {
			const one = measured[i];
			if (!one) return ['', '', '', '', ''];
			const raw = one.raw?.p50;
			return [
				one.own.p50.toFixed(1),
				one.own.p95.toFixed(1),
				one.own.cpu.toFixed(1),
				raw === undefined ? '–' : raw.toFixed(2),
				raw === undefined ? '–' : (one.own.p50 / raw).toFixed(1)
			];
		});
		const growthOf = (time: (own: Timing) => number) => {
			const [first, last] = [small?.measured[i]?.own, large?.measured[i]?.own];
			return first && last ? (time(last) / time(first)).toFixed(2) : '–';
		};
		const growth = `${growthOf(({ p50 }) => p50)} | ${growthOf(({ cpu }) => cpu)}`;
		console.log(`| ${name} | ${cells.join(' | ')} | ${growth} |`);
	}
}
