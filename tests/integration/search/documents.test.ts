import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#lib/core/context.ts';
import { innovationRow } from '#lib/innovations/server/api-rows.ts';
import { addFile, removeFile } from '#lib/innovations/server/files.ts';
import { findInnovations } from '#lib/innovations/server/find-innovations.ts';
import { suggest } from '#lib/search/server/suggest.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { pdfOf, workbookOf } from '#tests/support/files.ts';
import { openForEntry, secretary } from '#tests/support/observation-actors.ts';

const SLUG = 'sobat-dukcapil';
const TITLE = 'Perjanjian kerja sama';

const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-found-'));
process.env.DATA_DIR = folder;

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

describe.each(databaseNames)('documents in the search on %s', (name) => {
	let ctx: Context;
	const find = async (q: string) => {
		const { innovations, excerpts } = await findInnovations(ctx, { q });
		return innovations.map((each) => ({ slug: each.slug, passage: excerpts.get(each.id) }));
	};
	const attach = async (bytes: Uint8Array, visibility: 'public' | 'governments', altId = TITLE) =>
		addFile(
			ctx,
			SLUG,
			{ purpose: 'document', altId, altEn: '', visibility },
			{ name: 'berkas', bytes }
		);

	beforeAll(async () => {
		ctx = { ...(await openForEntry(name)), actor: secretary };
	});

	test('a write-up is found by what its public PDF says, and the hit names the document', async () => {
		expect(await find('klausul poliklinik')).toEqual([]);
		const { id } = await attach(pdfOf('Pasal 7: klausul poliklinik swasta.'), 'public');

		const [hit, ...others] = await find('klausul poliklinik');
		expect(others).toEqual([]);
		expect(hit).toMatchObject({
			slug: SLUG,
			passage: { section: null, document: { id, altId: TITLE }, lang: 'id' }
		});
		expect(hit?.passage?.text).toContain('klausul poliklinik swasta');
		expect(hit?.passage?.marks).toHaveLength(2);
	});

	test('by other forms of its words and by a slip of typing, too', async () => {
		await attach(pdfOf('Penyelarasan mekanisme sinkronisasi'), 'public');
		expect(await find('menyelaraskan')).toMatchObject([{ slug: SLUG }]);
		expect(await find('sinkronisaai')).toMatchObject([{ slug: SLUG }]);
		expect((await suggest(ctx, 'sinkroni')).length).toBeGreaterThan(0);
	});

	test('by words of which some stand in the write-up and the others in the document', async () => {
		await attach(await workbookOf('Rekapitulasi honorarium'), 'public');
		expect(await find('sobat dukcapil honorarium')).toMatchObject([
			{ slug: SLUG, passage: { section: null, document: { fileName: 'berkas.xlsx' } } }
		]);
	});

	test('by the title of a document without readable words', async () => {
		await attach(pdfOf(''), 'public', 'Maklumat ketenteraman');
		expect(await find('maklumat')).toMatchObject([
			{ passage: { document: { altId: 'Maklumat ketenteraman' }, text: 'Maklumat ketenteraman' } }
		]);
	});

	test('what the write-up says itself is quoted from there', async () => {
		await attach(pdfOf('Penduduk nonpermanen terdaftar'), 'public');
		const [hit] = await find('nonpermanen');
		expect(hit?.passage).toMatchObject({ document: null });
		expect(hit?.passage?.section).not.toBeNull();
	});

	test('what is kept for governments is found by nobody', async () => {
		await attach(pdfOf('Rahasia gelagapan'), 'governments', 'Lampiran tertutup gelagapan');
		expect(await find('gelagapan')).toEqual([]);
		expect(await suggest(ctx, 'gelagap')).toEqual([]);
	});

	test('a document that is removed is found no more', async () => {
		const { id } = await attach(pdfOf('Lampiran kedaluwarsa'), 'public');
		expect(await find('kedaluwarsa')).toHaveLength(1);
		await removeFile(ctx, SLUG, id);
		expect(await find('kedaluwarsa')).toEqual([]);
	});

	test('of a long document the beginning is searched', async () => {
		const { id } = await attach(pdfOf('x'), 'public', 'Panjang');
		const text = `awalan${'q '.repeat(100_000)}ujungnya`;
		await ctx.db
			.updateTable('attachment')
			.set({ textExtract: text })
			.where('id', '=', id)
			.execute();
		await attach(pdfOf('Zirkonia'), 'public');
		expect(await find('ujungnya')).toEqual([]);
		expect(await find('zirkonia')).toHaveLength(1);
	});

	test('the API tells where the document is', async () => {
		const { innovations, excerpts } = await findInnovations(ctx, { q: 'klausul poliklinik' });
		const [innovation] = innovations;
		if (!innovation) throw new Error('not found');
		const { highlights } = innovationRow(innovation, excerpts.get(innovation.id));
		expect(highlights).toMatchObject([
			{ section: null, attachment: { title_id: TITLE, title_en: null } }
		]);
		expect(highlights[0]?.attachment?.url).toMatch(/^\/attachments\/[\w-]+$/);
	});
});
