import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DISDUKCAPIL_KOTA_TANGERANG } from '#db/reference/agencies.ts';
import { loadCitedContent } from '#db/reference/load-cited.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import type { Context } from '#lib/core/context.ts';
import type { Db } from '#lib/database/connection.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { importInnovations } from '#lib/innovations/server/import-innovations.ts';
import { writeUpDocument } from '#lib/peer-reviews/server/write-up-document.ts';
import { writeWorkbook } from '#lib/spreadsheets/server/write-workbook.ts';
import { databaseNames, openDatabaseAt } from '#tests/support/databases.ts';

const DESIGN = `${'Petugas datang sesuai jadwal. '.repeat(120)}Selesai.`;
const HEADERS =
	'Daerah;Perangkat daerah;Judul;Ringkasan singkat;Jenis;Bentuk;Tahapan;Status;Mulai;Layanan;Sumber;Rancang bangun dan cara kerja;Linimasa;Catatan sendiri';
const row = (title: string, kind = 'Nondigital', region = '36.71') =>
	`${region};Disdukcapil;${title};Ringkas saja;${kind};Pelayanan publik;Uji coba;Masih berjalan;2024-03;KTP, KK;"BantenDaily | Judul berita | 2025-05-28 | dikutip";"${DESIGN}";"initiative | 2023 | Gagasan |\nimplementation | 2024-03 | Dijalankan | Started";x`;

describe.each(databaseNames)('a file of write-ups on %s', (name) => {
	let db: Db;
	let url: string;
	let folder: string;
	const now = () => new Date('2026-11-24T03:00:00Z');
	const take = (content: string | Uint8Array, isDryRun = false) =>
		importInnovations({ db, now }, { bytes: Buffer.from(content), isDryRun });
	const head: Context['actor'] = {
		accountId: 'a',
		name: 'a',
		grants: [{ role: 'agency_head', regionCode: '36.71', agencyId: DISDUKCAPIL_KOTA_TANGERANG }]
	};
	const reader = (): Context => ({ db, now, actor: head, locale: 'id' });
	const drafts = () =>
		db.selectFrom('innovation').select('slug').where('state', '=', 'draft').execute();

	beforeAll(async () => {
		({ db, url } = await openDatabaseAt(name));
		await loadReferenceData(db);
		await loadCitedContent(db, now());
		folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-write-ups-'));
	});

	beforeEach(async () => {
		await db.deleteFrom('innovation').where('state', '=', 'draft').execute();
	});

	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	test('becomes drafts of the region and agency that its rows name', async () => {
		const trial = await take(`${HEADERS}\n${row('Perahu dukcapil')}\n`, true);
		expect(trial).toMatchObject({ rows: 1, problems: [], slugs: [] });
		expect(await drafts()).toEqual([]);

		const { slugs, unread } = await take(`${HEADERS}\n${row('Perahu dukcapil')}\n`);
		expect(slugs).toEqual(['perahu-dukcapil']);
		expect(unread).toEqual(['Catatan sendiri']);
		const { innovation, services, sections, sources } = await getInnovation(
			reader(),
			'perahu-dukcapil'
		);
		expect(innovation).toMatchObject({
			state: 'draft',
			regionCode: '36.71',
			agencyId: DISDUKCAPIL_KOTA_TANGERANG,
			kind: 'non_digital',
			form: 'public_service',
			stage: 'pilot',
			sustainability: 'active',
			startedOn: '2024-03-01',
			startedPrecision: 'month',
			validation: 'self_declared'
		});
		expect(services.map(({ code }) => code).toSorted()).toEqual(['KK', 'KTP']);
		expect(sections.map(({ section, markdownId }) => [section, markdownId])).toEqual([
			['design', DESIGN]
		]);
		expect(sources).toMatchObject([
			{ publisher: 'BantenDaily', title: 'Judul berita', publishedOn: '2025-05-28' }
		]);
		expect(JSON.parse(innovation.facts)).toMatchObject({
			steps: [
				{ stage: 'initiative', on: '2023', textId: 'Gagasan', textEn: null },
				{ stage: 'implementation', on: '2024-03', textId: 'Dijalankan', textEn: 'Started' }
			]
		});
	});

	test('says what is wrong by row and column, and then writes nothing', async () => {
		const rows = [
			row('Baik'),
			row('Jenis salah', 'kertas'),
			row('Di mana', 'Digital', '99.99'),
			row('Baik'),
			row('Sobat Dukcapil: layanan adminduk daring'),
			row('NIK 3671012345678901')
		];
		const { problems, slugs } = await take([HEADERS, ...rows].join('\n'));
		expect(slugs).toEqual([]);
		expect(await drafts()).toEqual([]);
		expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
			[3, 'kind', 'innovation.import.badChoice'],
			[4, 'region', 'innovation.import.badRegion'],
			[5, 'title_id', 'innovation.import.titleThere'],
			[6, 'title_id', 'innovation.import.titleThere'],
			[7, 'title_id', 'innovation.personalNumber']
		]);
	});

	test('may be a workbook', async () => {
		const bytes = await writeWorkbook([
			{
				name: 'Inovasi',
				rows: [
					['region', 'title_id', 'summary_id', 'kind', 'form', 'stage', 'sustainability'],
					['36.71', 'Dari buku kerja', 'Ringkas', 'digital', 'governance', 'pilot', 'active']
				]
			}
		]);
		expect((await take(bytes)).slugs).toEqual(['dari-buku-kerja']);
	});

	test('may be what the API and the export write, and says the same afterwards', async () => {
		const document = await writeUpDocument(reader(), 'enam-layanan-adminduk-di-13-kecamatan');
		const { problems, slugs, unread } = await take(
			JSON.stringify([{ ...document, title_id: 'Enam layanan, disalin' }])
		);
		expect({ problems, unread }).toEqual({ problems: [], unread: [] });
		const copied = await writeUpDocument(reader(), slugs[0] ?? '');
		const said = ({
			sections,
			sources,
			facts,
			services,
			sdgs,
			agency,
			started_on
		}: typeof copied) => ({
			...{ sections, sources, facts, services, sdgs, agency, started_on }
		});
		expect(said(copied)).toEqual(said(document));
		expect(copied.kpis.map(({ code }) => code).toSorted()).toEqual(
			document.kpis.map(({ code }) => code).toSorted()
		);
		expect(copied).toMatchObject({ state: 'draft', validation: 'self_declared' });
	});

	test.each([
		['{"data": 1}', 'innovation.import.notAList'],
		['[1]', 'innovation.import.notAList'],
		['[', 'innovation.import.badJson'],
		['['.repeat(50_000), 'innovation.import.badJson'],
		['judul\nsatu', 'innovation.import.missingColumns'],
		['', 'import.empty']
	])('%.20s is refused as a whole', async (content, message) => {
		await expect(take(content)).rejects.toMatchObject({ code: 'invalid', details: { message } });
	});

	test('of the wrong types is refused at its columns', async () => {
		const { problems } = await take(
			JSON.stringify([{ region: { a: 1 }, title_id: ['x'], summary_id: { y: 1 }, services: [{}] }])
		);
		const columns = problems.map(({ column }) => column);
		expect(columns).toEqual(expect.arrayContaining(['region', 'title_id', 'summary_id', 'kind']));
	});

	test('is taken in from the command line', async () => {
		const file = path.join(folder, 'inovasi.csv');
		writeFileSync(file, `${HEADERS}\n${row('Dari baris perintah')}\n${row('Salah', 'kertas')}\n`);
		const refused = await admin(url, file);
		expect(refused.code).toBe(1);
		expect(refused.output).toContain(
			'row 3, column kind: None of the choices: digital, non_digital, mixed'
		);
		expect(refused.output).toContain('Nothing was written: 1 of 2 rows are wrong.');
		writeFileSync(file, `${HEADERS}\n${row('Dari baris perintah')}\n`);
		expect((await admin(url, file, '--dry-run')).output).toContain('Nothing was written');
		expect(await drafts()).toEqual([]);
		const done = await admin(url, file);
		expect(done).toMatchObject({ code: 0 });
		expect(done.output).toContain('/innovations/dari-baris-perintah');
	});
});

function admin(url: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, ['src/cli/admin.ts', 'import', 'innovations', ...args], {
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
