// npm run bench -- import: 50,000 rows from a CSV file to stored drafts, beside raw prepared inserts
// of the same entries into the same table, on both databases.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { loadReferenceData } from '#db/reference/load.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { addMonths } from '#lib/core/period.ts';
import { openDatabaseConnection, type Db } from '#lib/database/connection.ts';
import { migrateToLatest } from '#lib/database/migrator.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { importFile } from '#lib/observations/server/import-file.ts';
import { isTyped } from '#lib/observations/server/scope.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { insertRawPostgres, insertRawSqlite } from './raw-inserts.ts';

const ROWS = 50_000;
const MONTHS = 24;
const LAST_MONTH = '2026-10';
const NOW = new Date('2026-11-24T03:00:00Z');
const NS_PER_MS = 1e6;
const S_PER_MS = 1000;

const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-bench-'));
const postgres = await startPostgres();
try {
	const file = path.join(folder, 'site.db');
	const sqlite = await measure(`file:${file}`);
	report('SQLite', sqlite, insertRawSqlite(file, sqlite.entries));
	const onPostgres = await measure(postgres.url);
	report('PostgreSQL', onPostgres, await insertRawPostgres(postgres.url, onPostgres.entries));
} finally {
	await postgres.stop();
	rmSync(folder, { recursive: true, force: true });
}

interface Measured {
	readonly ms: number;
	readonly delays: { readonly p99: number; readonly max: number };
	readonly entries: ObservationEntry[];
}

/** Imports into a fresh database, and leaves the table empty again for the baseline. */
async function measure(url: string): Promise<Measured> {
	const db = openDatabaseConnection(url);
	await migrateToLatest(db);
	await loadReferenceData(db);
	const { ctx, bytes } = await prepare(db);
	// The first run starts the worker and warms the code up.
	await importFile(ctx, { bytes, fileName: 'warm.csv', isDryRun: true, isPartial: false });

	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	const start = performance.now();
	const { outcome } = await importFile(ctx, {
		bytes,
		fileName: 'bench.csv',
		isDryRun: false,
		isPartial: false
	});
	const ms = performance.now() - start;
	delay.disable();
	if (outcome.accepted !== ROWS) throw new Error(JSON.stringify(outcome.problems.slice(0, 3)));

	const entries = await db.selectFrom('observationEntry').selectAll().execute();
	await db.deleteFrom('observationEntry').execute();
	await db.destroy();
	const delays = { p99: delay.percentile(99) / NS_PER_MS, max: delay.max / NS_PER_MS };
	return { ms, delays, entries };
}

/** A file with every KPI that people type, for as many regions and months as make the rows. */
async function prepare(db: Db): Promise<{ ctx: Context; bytes: Uint8Array }> {
	const kpis = (await listKpis({ db })).filter(isTyped);
	const regions = (await listRegions({ db, now: () => NOW })).slice(
		0,
		Math.ceil(ROWS / MONTHS / kpis.length)
	);
	const actor: Actor = {
		accountId: 'bench',
		name: 'bench',
		grants: regions.map(({ code }) => ({
			role: 'institution_admin',
			regionCode: code,
			agencyId: null
		}))
	};
	const lines = regions.flatMap(({ code }) =>
		kpis.flatMap((kpi) =>
			Array.from({ length: MONTHS }, (_, i) => {
				const month = addMonths(LAST_MONTH, -i);
				return `${kpi.code};${code};${month};${cells(kpi.kind, i, (kpi.hardMin + kpi.hardMax) / 2)}`;
			})
		)
	);
	const header =
		'kpi;region;period;numerator;denominator;value;bucket_1;bucket_2;bucket_3;bucket_4;bucket_5';
	const text = [header, ...lines.slice(0, ROWS)].join('\r\n');
	return {
		ctx: { db, actor, now: () => NOW, locale: 'id' },
		bytes: new TextEncoder().encode(text)
	};
}

function cells(kind: string, i: number, middle: number): string {
	if (kind === 'distribution') return `;;;${String(40 + i)};120;30;8;2`;
	if (kind === 'index') return `;;${middle.toFixed(2)};;;;;`;
	if (kind === 'mean') return `${String(Math.round(middle * 10))};10;;;;;;`;
	return kind === 'count' ? `${String(100 + i)};;;;;;;` : `${String(80 + i)};200;;;;;;`;
}

function report(name: string, { ms, delays }: Measured, rawMs: number): void {
	const rate = (time: number) => Math.round((ROWS / time) * S_PER_MS).toLocaleString('en');
	console.log(
		`${name}: ${ROWS.toLocaleString('en')} rows imported in ${ms.toFixed(0)} ms = ${rate(ms)} rows/s; ` +
			`raw prepared inserts ${rate(rawMs)} rows/s (ratio ${(ms / rawMs).toFixed(1)}); ` +
			`event-loop delay p99 ${delays.p99.toFixed(0)} ms, longest ${delays.max.toFixed(0)} ms`
	);
}
