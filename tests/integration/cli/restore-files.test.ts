import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import { readBackupContent } from '#lib/database/backup-content.ts';
import { type Db, openDatabaseConnection } from '#lib/database/connection.ts';
import { migrateToLatest } from '#lib/database/migrator.ts';
import { databaseNames, openDatabaseAt } from '#tests/support/databases.ts';

const DOCUMENT = '0198c000-0000-7000-8000-000000000001';
const PICTURE = '0298c000-0000-7000-8000-000000000002';

let folder: string;
let data: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-restore-files-'));
	data = path.join(folder, 'data');
});

afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

function admin(url: string, ...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/admin.ts', ...args], {
		env: { ...process.env, DATABASE_URL: url, DATA_DIR: data },
		encoding: 'utf8'
	});
	return { code: status, output: stdout + stderr };
}

function stored(id: string, part: string): string {
	return path.join(data, 'attachments', id.slice(0, 2), `${id}.${part}`);
}

function write(id: string, part: string, text: string): void {
	mkdirSync(path.dirname(stored(id, part)), { recursive: true });
	writeFileSync(stored(id, part), text);
}

async function upload(db: Db, id: string, mediaType: string, text: string): Promise<void> {
	const isPicture = mediaType.startsWith('image/');
	for (const part of isPicture ? ['large', 'small'] : ['file']) {
		write(id, part, part === 'small' ? `small ${text}` : text);
	}
	await db
		.insertInto('attachment')
		.values({
			id,
			ownerKind: 'visit',
			ownerId: 'V-1',
			regionCode: '36.71',
			purpose: 'letter',
			visibility: 'parties',
			fileName: 'berkas',
			mediaType,
			bytes: text.length,
			sha256: createHash('sha256').update(text).digest('hex'),
			width: null,
			height: null,
			altId: 'Berkas',
			altEn: null,
			textExtract: '',
			uploadedBy: 'somebody',
			createdAt: '2026-11-24T00:00:00.000Z'
		})
		.execute();
}

describe('a backup with uploaded files', () => {
	let url: string;
	let backup: string;

	beforeEach(async () => {
		url = `file:${path.join(folder, 'site.db')}`;
		backup = path.join(folder, 'copy.db');
		const db = openDatabaseConnection(url);
		await migrateToLatest(db);
		await loadReferenceData(db);
		await upload(db, DOCUMENT, 'application/pdf', 'a decree');
		await upload(db, PICTURE, 'image/webp', 'a picture');
		await db.destroy();
	});

	test('brings rows and files back to an empty machine, proven by their hashes', () => {
		expect(admin(url, 'backup', backup)).toMatchObject({ code: 0 });
		rmSync(data, { recursive: true });
		rmSync(path.join(folder, 'site.db'));

		const { code, output } = admin(url, 'restore', backup);
		expect(output).toMatch(/proven: \d{4,} rows in \d+ tables and 3 stored files, of which 3/);
		expect(code).toBe(0);
		expect(readFileSync(stored(DOCUMENT, 'file'), 'utf8')).toBe('a decree');
		expect(readFileSync(stored(PICTURE, 'small'), 'utf8')).toBe('small a picture');
		expect(admin(url, 'check')).toMatchObject({
			code: 0,
			output: expect.stringContaining('with 2 uploaded files') as string
		});
	});

	test('mends a damaged file and leaves later ones where they are', () => {
		admin(url, 'backup', backup);
		writeFileSync(stored(DOCUMENT, 'file'), 'something else');
		const LATER = '0398c000-0000-7000-8000-000000000003';
		write(LATER, 'file', 'later');
		expect(admin(url, 'check')).toMatchObject({
			code: 1,
			output: expect.stringContaining(`${DOCUMENT}.file is not the one`) as string
		});

		expect(admin(url, 'restore', backup).output).toContain('of which 1 were written');
		expect(admin(url, 'check').code).toBe(0);
		expect(readFileSync(stored(LATER, 'file'), 'utf8')).toBe('later');
	});

	test.each<[string, (file: string) => void, string]>([
		[
			'a changed file',
			(file: string) => {
				writeFileSync(file, 'forged');
			},
			'its SHA-256 differs'
		],
		[
			'a missing file',
			(file: string) => {
				rmSync(file);
			},
			'is missing'
		],
		[
			'a changed database',
			() => {
				const copy = new Sqlite(backup);
				copy.prepare('delete from attachment').run();
				copy.close();
			},
			'is not the file that was backed up'
		],
		[
			'no manifest',
			() => {
				rmSync(`${backup}.json`);
			},
			'--database-only'
		],
		[
			'a damaged manifest',
			() => {
				writeFileSync(`${backup}.json`, '{"files": []}');
			},
			'is damaged'
		]
	])('with %s is refused and touches nothing', (_what, spoil, text) => {
		admin(url, 'backup', backup);
		spoil(path.join(`${backup}.files`, DOCUMENT.slice(0, 2), `${DOCUMENT}.file`));
		rmSync(stored(DOCUMENT, 'file'));
		const before = readBackupContent(path.join(folder, 'site.db'));

		const { code, output } = admin(url, 'restore', backup);
		expect(output).toContain(text);
		expect(code).toBe(1);
		expect(readBackupContent(path.join(folder, 'site.db'))).toEqual(before);
		expect(() => readFileSync(stored(DOCUMENT, 'file'))).toThrow();
	});

	test('that was made without files by an older version comes back on request', () => {
		admin(url, 'backup', backup);
		rmSync(`${backup}.json`);
		const { code, output } = admin(url, 'restore', backup, '--database-only');
		expect(output).toContain('unproven and without files');
		expect(code).toBe(0);
	});

	test('is made although a file was lost before, and says so', () => {
		rmSync(stored(PICTURE, 'small'));
		const { code, output } = admin(url, 'backup', backup);
		expect(output).toContain(`${PICTURE}.small is missing`);
		expect(code).toBe(1);
		expect(admin(url, 'restore', backup)).toMatchObject({
			code: 0,
			output: expect.stringContaining(`When it was made, the file ${PICTURE}.small`) as string
		});
	});
});

describe.each(databaseNames)('check on %s', (name) => {
	test('finds uploaded files that are missing or changed', async () => {
		const { db, url } = await openDatabaseAt(name);
		await loadReferenceData(db);
		await upload(db, DOCUMENT, 'application/pdf', 'a decree');
		expect(admin(url, 'check')).toMatchObject({ code: 0 });

		writeFileSync(stored(DOCUMENT, 'file'), 'a decreE');
		expect(admin(url, 'check').output).toContain('is not the one that was uploaded');
		rmSync(stored(DOCUMENT, 'file'));
		expect(admin(url, 'check')).toMatchObject({
			code: 1,
			output: expect.stringContaining(`${DOCUMENT}.file is missing`) as string
		});
	});
});
