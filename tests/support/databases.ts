import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { openDatabaseConnection, type Db } from '#lib/database/connection.ts';
import { migrateToLatest } from '#lib/database/migrator.ts';
import { TEMPLATE } from './postgres-global-setup.ts';

/** Every integration test runs on both: `describe.each(databaseNames)('… on %s', (name) => …)`. */
export const databaseNames = ['SQLite', 'PostgreSQL'] as const;
export type DatabaseName = (typeof databaseNames)[number];

const cleanups: (() => Promise<void>)[] = [];

afterAll(async () => {
	for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** An empty, migrated database of its own; it is removed when the test file ends. */
export async function openDatabase(name: DatabaseName): Promise<Db> {
	return (await openDatabaseAt(name)).db;
}

/** The same, with the address under which another process can open it too. */
export async function openDatabaseAt(name: DatabaseName): Promise<{ db: Db; url: string }> {
	const url = name === 'SQLite' ? await newSqliteFile() : await newPostgresDatabase();
	const db = openDatabaseConnection(url);
	cleanups.push(() => db.destroy());
	return { db, url };
}

let migratedFile: Promise<string> | undefined;

async function newSqliteFile(): Promise<string> {
	migratedFile ??= migrateSqliteFile();
	const template = await migratedFile;
	const file = path.join(path.dirname(template), `${randomUUID()}.db`);
	copyFileSync(template, file);
	return `file:${file}`;
}

async function migrateSqliteFile(): Promise<string> {
	const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-sqlite-'));
	cleanups.unshift(() => {
		rmSync(folder, { recursive: true, force: true });
		return Promise.resolve();
	});
	const file = path.join(folder, 'template.db');
	const db = openDatabaseConnection(`file:${file}`);
	await migrateToLatest(db);
	await db.destroy(); // closing moves what the write-ahead log holds into the file
	return file;
}

async function newPostgresDatabase(): Promise<string> {
	const server = inject('postgresUrl');
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	await onServer(server, `create database ${name} template ${TEMPLATE}`);
	cleanups.push(() => onServer(server, `drop database if exists ${name} with (force)`));
	const url = new URL(server);
	url.pathname = `/${name}`;
	return url.href;
}

async function onServer(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
