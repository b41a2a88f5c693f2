import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabaseConnection } from '#lib/database/connection.ts';
import { migrateToLatest } from '#lib/database/migrator.ts';

let folder: string;
let site: string;
let backup: string;

beforeEach(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-restore-'));
	site = path.join(folder, 'site.db');
	backup = path.join(folder, 'backup.db');
	await write('before the backup');
	expect(admin('backup', backup).code).toBe(0);
	await write('after the backup');
});

afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

function admin(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/admin.ts', ...args], {
		env: { ...process.env, DATABASE_URL: `file:${site}`, DATA_DIR: path.join(folder, 'data') },
		encoding: 'utf8'
	});
	return { code: status, output: stdout + stderr };
}

async function write(name: string): Promise<void> {
	const db = openDatabaseConnection(`file:${site}`);
	await migrateToLatest(db);
	await db
		.insertInto('province')
		.values({ code: String(name.length), name, islandGroup: 'java', timezone: 'Asia/Jakarta' })
		.execute();
	await db.destroy();
}

async function names(): Promise<string[]> {
	const db = openDatabaseConnection(`file:${site}`);
	const rows = await db.selectFrom('province').select('name').orderBy('code').execute();
	await db.destroy();
	return rows.map(({ name }) => name);
}

test('a backup is put back, and what was there before is kept beside it', async () => {
	const { code, output } = admin('restore', backup);
	expect(output).toContain('What was there before is in');
	expect(code).toBe(0);
	expect(await names()).toEqual(['before the backup']);
	expect(readdirSync(folder).some((name) => name.startsWith('site.db.before-'))).toBe(true);
	expect(admin('check').code).toBe(0);
});

test('a database that somebody has open is not replaced', async () => {
	const db = openDatabaseConnection(`file:${site}`);
	await db.selectFrom('province').selectAll().execute();
	const { code, output } = admin('restore', backup);
	expect(code).toBe(1);
	expect(output).toContain('stop the site');
	await db.destroy();
	expect(await names()).toHaveLength(2);
});

test.each([
	['no file', () => undefined, 'There is no file'],
	[
		'a text',
		(file: string) => {
			writeFileSync(file, 'not a database');
		},
		'is not a backup'
	],
	['a damaged file', damaged, /damaged|malformed/],
	[
		'another program’s database',
		(file: string) => {
			cpSync(path.join(folder, 'other.db'), file);
		},
		'is not a backup'
	]
])('%s is refused and changes nothing', async (_what, make, text) => {
	const other = openDatabaseConnection(`file:${path.join(folder, 'other.db')}`);
	await other.schema.createTable('something').addColumn('id', 'integer').execute();
	await other.destroy();
	const file = path.join(folder, 'bad.db');
	make(file);
	const { code, output } = admin('restore', file);
	expect(output).toMatch(text);
	expect(code).toBe(1);
	expect(await names()).toHaveLength(2);
	expect(existsSync(`${site}.restoring`)).toBe(false);
});

/** A backup whose pages in the middle hold something else. */
function damaged(file: string): void {
	const bytes = readFileSync(backup);
	bytes.fill(0xab, bytes.length / 2, bytes.length / 2 + 40_000);
	writeFileSync(file, bytes);
}
