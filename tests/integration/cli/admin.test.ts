import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import { listDistricts } from '#lib/regions/server/use-cases.ts';
import { resolveToken } from '#lib/accounts/server/tokens.ts';
import type { Db } from '#lib/database/connection.ts';
import { databaseNames, openDatabaseAt } from '#tests/support/databases.ts';

interface Ended {
	readonly code: number | null;
	readonly output: string;
}

describe.each(databaseNames)('the admin command on %s', (name) => {
	let db: Db;
	let url: string;
	let folder: string;

	beforeAll(async () => {
		({ db, url } = await openDatabaseAt(name));
		await loadReferenceData(db);
		folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-cli-'));
	});

	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	function admin(...args: string[]): Promise<Ended> {
		return new Promise((resolve) => {
			const child = spawn(process.execPath, ['src/cli/admin.ts', ...args], {
				env: { ...process.env, DATABASE_URL: url }
			});
			let output = '';
			child.stdout.on('data', (text: Buffer) => (output += text.toString()));
			child.stderr.on('data', (text: Buffer) => (output += text.toString()));
			child.on('close', (code) => {
				resolve({ code, output });
			});
		});
	}

	test('an account is added, and its token is worth something until it is revoked', async () => {
		const added = await admin(
			...['user', 'add', '--email', 'sekda@kota.example', '--name', 'Sekda'],
			...['--role', 'secretary', '--region', '36.71']
		);
		expect(added).toMatchObject({ code: 0 });
		expect(added.output).toMatch(/http:\/\/localhost:3000\/setup\/[\w-]+\.[\w-]+/);

		const { output } = await admin('token', 'add', '--email', 'Sekda@kota.example', '--name', 'x');
		const token = output.trim().split('\n').at(-1) ?? '';
		const now = () => new Date();
		expect((await resolveToken({ db, now }, token))?.actor.grants).toEqual([
			{ role: 'secretary', regionCode: '36.71', agencyId: null }
		]);

		await admin('token', 'revoke', token.split('.')[0] ?? '');
		expect(await resolveToken({ db, now }, token)).toBeNull();
	});

	test('the context of the regions is imported from a file after a trial of it', async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-context-'));
		const file = path.join(folder, 'konteks.csv');
		writeFileSync(file, 'kode;penduduk;luas_km2\n36.71;1957349;178,4\n36.03;3293533;1\n');
		const trial = await admin('import', 'context', file, '--dry-run');
		expect(trial.output).toContain('6 values of 2 regions (penduduk, luas_km2)');
		expect(await db.selectFrom('peerModel').selectAll().execute()).toEqual([]);

		const done = await admin('import', 'context', file, '--source', 'Dukcapil 2024');
		expect(done).toMatchObject({ code: 0 });
		const rows = await db
			.selectFrom('regionContext')
			.selectAll()
			.where('source', '=', 'Dukcapil 2024')
			.where('regionCode', '=', '36.71')
			.orderBy('variable')
			.execute();
		expect(rows.map(({ variable, value }) => [variable, Math.round(value)])).toEqual([
			['area', 178],
			['density', 10972],
			['population', 1957349]
		]);

		writeFileSync(file, 'kode;penduduk\n36.71;banyak\n');
		const refused = await admin('import', 'context', file);
		expect(refused.code).toBe(2);
		expect(refused.output).toContain('row 2, penduduk "banyak"');
		rmSync(folder, { recursive: true });
	});

	test('observations are imported from a file, or its faults are told by row and column', async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-import-'));
		const file = path.join(folder, 'data.csv');
		const good = 'SKM-IKM;36.71;2026-08;80,5\nSKM-IKM;36.03;08/2026;79.5\n';
		writeFileSync(file, `indikator;daerah;bulan;nilai\n${good}SKM-IKM;36.71;2026-07;180\n`);
		const refused = await admin('import', 'observations', file);
		expect(refused.code).toBe(1);
		expect(refused.output).toContain('row 4, column nilai');
		expect(refused.output).toContain('2 rows not written, 0 unchanged, 1 rejected');
		const count = async () =>
			(await db.selectFrom('observationEntry').selectAll().execute()).length;
		expect(await count()).toBe(0);

		const trial = await admin('import', 'observations', file, '--dry-run', '--partial');
		expect(trial.output).toContain('2 rows would be written');
		expect(await count()).toBe(0);
		const done = await admin('import', 'observations', file, '--partial');
		expect(done).toMatchObject({ code: 0 });
		expect(await count()).toBe(2);
		rmSync(folder, { recursive: true });
	});

	test.each([
		[['token', 'add', '--email', 'nobody@kota.example', '--name', 'x'], 1, 'no active account'],
		[['token', 'add', '--name', 'x'], 2, '--email is missing'],
		[['user', 'add', '--email', 'a@b.example', '--name', 'A', '--role', 'king'], 2, 'not a role'],
		[
			[
				'user',
				'add',
				'--email',
				'a@b.example',
				'--name',
				'A',
				'--role',
				'delegate',
				'--region',
				'99.99'
			],
			1,
			'not known'
		],
		[['dance'], 2, 'no command "dance"'],
		[['check', '--fast'], 2, "'--fast'"]
	])('%j is refused with the reason', async (args, code, text) => {
		const ended = await admin(...args);
		expect(ended.output).toContain(text);
		expect(ended.code).toBe(code);
	});

	test('districts are tried first, then added, and a wrong file names its lines', async () => {
		const file = path.join(folder, 'districts.csv');
		writeFileSync(file, 'code,name\n36.71.01,Tangerang\n36.71.99,Kecamatan Baru\n');
		expect((await admin('import', 'districts', file, '--dry-run')).output).toContain('2 districts');
		const count = async () => (await listDistricts({ db, now: () => new Date() }, '36.71')).length;
		expect(await count()).toBe(13);
		expect(await admin('import', 'districts', file)).toMatchObject({ code: 0 });
		expect(await count()).toBe(14);

		writeFileSync(file, 'code,name\n36.71.98,Lain\n99.99.01,Entah\n3671,Salah\n');
		const { code, output } = await admin('import', 'districts', file);
		expect(code).toBe(2);
		expect(output).toContain('line 3: there is no region 99.99');
		expect(output).toContain('line 4: "3671" is not a code');
		expect(await count()).toBe(14);
	});

	test('a region that is new is added with its kind and time zone', async () => {
		const file = path.join(folder, 'regions.csv');
		writeFileSync(file, 'code,name\n36.99,Kabupaten Contoh Baru\n');
		expect(await admin('import', 'regions', file)).toMatchObject({ code: 0 });
		const region = await db
			.selectFrom('region')
			.select(['kind', 'timezone', 'provinceCode'])
			.where('code', '=', '36.99')
			.executeTakeFirst();
		expect(region).toEqual({ kind: 'regency', timezone: 'Asia/Jakarta', provinceCode: '36' });
		await db.deleteFrom('region').where('code', '=', '36.99').execute();
	});

	test('what is published is exported with its checksums, and only into an empty folder', async () => {
		const target = path.join(folder, 'export');
		expect(await admin('export', target)).toMatchObject({ code: 0 });
		const { resources } = JSON.parse(
			readFileSync(path.join(target, 'datapackage.json'), 'utf8')
		) as {
			resources: { name: string; path: string; rows: number; hash: string }[];
		};
		const rows = Object.fromEntries(resources.map((each) => [each.name, each.rows]));
		expect(rows).toMatchObject({ regions: 514, kpis: 54 });
		for (const { path: file, hash } of resources) {
			const content = readFileSync(path.join(target, file));
			expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(hash);
		}
		expect(readFileSync(path.join(target, 'regions.csv'), 'utf8')).toContain(
			'36.71,Kota Tangerang'
		);
		expect(await admin('export', target)).toMatchObject({ code: 2 });
	}, 60_000);

	test('the data of a fresh database is sound and up to date', async () => {
		expect(await admin('check')).toMatchObject({ code: 0 });
		const { output } = await admin('migrate', 'status');
		expect(output).not.toContain('waiting');
	});
});
