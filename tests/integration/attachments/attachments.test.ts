import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	addAttachment,
	listAttachments,
	openAttachment,
	publicTexts,
	removeAttachment
} from '#lib/attachments/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { addFile, listFiles, mayReadFile, removeFile } from '#lib/innovations/server/files.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { pdfOf, photoOf, workbookOf } from '#tests/support/files.ts';
import {
	agencyHead,
	foreignSecretary,
	institutionAdmin,
	openForEntry
} from '#tests/support/observation-actors.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-files-'));
process.env.DATA_DIR = folder;

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

const allow = () => Promise.resolve(true);
const everyone = { innovation: allow, visit: allow, observation: allow };
const owner = { ownerKind: 'visit', ownerId: 'V-1' } as const;

function stored(): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
		/\.(?:file|large|small|unfinished)$/.test(name)
	);
}

describe.each(databaseNames)('files on %s', (name) => {
	let ctx: Context;
	const add = (
		bytes: Uint8Array,
		{ name = 'berkas', alt = 'Loket' }: { name?: string; alt?: string } = {}
	) =>
		addAttachment(ctx, {
			...owner,
			regionCode: '36.71',
			purpose: 'letter',
			visibility: 'parties',
			wanted: 'any',
			file: { name, bytes },
			alt: { id: alt, en: null }
		});

	beforeAll(async () => {
		ctx = { ...(await openForEntry(name)), actor: agencyHead };
	});

	test('a photo is drawn anew, without its place and camera', async () => {
		const { id, ...photo } = await add(await photoOf(), { name: 'IMG_1.JPG' });
		expect(photo).toMatchObject({
			fileName: 'IMG_1.webp',
			mediaType: 'image/webp',
			width: 1600,
			height: 1067
		});
		const large = await openAttachment(ctx, { id }, everyone);
		const meta = await sharp(large.bytes).metadata();
		expect(meta.exif).toBeUndefined();
		expect(Buffer.from(large.bytes).includes('KAMERA-RAHASIA')).toBe(false);
		const small = await openAttachment(ctx, { id, size: 'small' }, everyone);
		expect((await sharp(small.bytes).metadata()).width).toBe(640);
	});

	test('a picture needs words for those who cannot see it', async () => {
		await expect(add(await photoOf(20, 20), { alt: ' ' })).rejects.toMatchObject({
			details: { fields: [{ path: 'altId', code: 'attachment.altMissing' }] }
		});
	});

	test('the words of documents are kept for the search', async () => {
		const pdf = await add(pdfOf('Keputusan tentang penugasan BKO'), { name: 'SK.pdf' });
		const book = await add(await workbookOf('Rekap layanan kecamatan'), { name: 'rekap.xlsx' });
		expect([pdf.mediaType, book.fileName]).toEqual(['application/pdf', 'rekap.xlsx']);
		await ctx.db
			.updateTable('attachment')
			.set({ visibility: 'public' })
			.where('id', 'in', [pdf.id, book.id])
			.execute();
		const texts = (await publicTexts(ctx, 'visit', [owner.ownerId])).map(
			(each) => each.textExtract
		);
		expect(texts.toSorted()).toEqual([
			'0 Rekap layanan kecamatan',
			'Keputusan tentang penugasan BKO'
		]);
	});

	test.each([
		['a PDF with a NIK', () => pdfOf('NIK 3671012345678901'), 'attachment.personalNumber'],
		['a workbook with a NIK', () => workbookOf('3671012345678901'), 'attachment.personalNumber'],
		[
			'a PDF with a script',
			() => pdfOf('x', '/OpenAction<</S/JavaScript>>'),
			'attachment.pdfProgram'
		],
		[
			'a PDF that is a ZIP too',
			() => Buffer.concat([pdfOf('x'), Buffer.from(`PK\x03\x04${'z'.repeat(99)}`)]),
			'attachment.twoThings'
		],
		[
			'a page called .pdf',
			() => Buffer.from('<!doctype html><script>1</script>'),
			'attachment.webPage'
		],
		['an SVG', () => Buffer.from('<svg onload="alert(1)"/>'), 'attachment.svg'],
		[
			'a damaged picture',
			() => Buffer.from('\x89PNG\r\n\x1A\nnot really', 'latin1'),
			'attachment.badPicture'
		],
		['a damaged PDF', () => Buffer.from('%PDF-1.4 nothing %%EOF'), 'attachment.unreadable'],
		[
			'a ZIP that is no document',
			() => Buffer.from(`PK\x03\x04PK\x05\x06${'\0'.repeat(18)}`, 'latin1'),
			'attachment.wrongType'
		]
	])('%s is refused with the reason, and nothing is stored', async (_, make, code) => {
		const before = stored();
		await expect(Promise.resolve(make()).then((bytes) => add(bytes))).rejects.toMatchObject({
			details: { fields: [expect.objectContaining({ path: 'file', code }) as unknown] }
		});
		expect(stored()).toEqual(before);
	});

	test('a NIK in the name of a file is refused too', async () => {
		await expect(add(pdfOf('x'), { name: 'KTP 3671012345678901.pdf' })).rejects.toMatchObject({
			details: { fields: [{ code: 'attachment.personalNumber' }] }
		});
	});

	test('what is too large is refused before it is read', async () => {
		const large = Buffer.alloc(15 * 1024 * 1024 + 1);
		large.write('%PDF-1.7');
		await expect(add(large)).rejects.toMatchObject({ code: 'too_large' });
	});

	test('a file that its owner does not show does not exist, and neither does any other id', async () => {
		const { id } = await add(pdfOf('rahasia'));
		const nobody = { ...everyone, visit: () => Promise.resolve(false) };
		for (const wanted of [id, '00000000-0000-0000-0000-000000000000', '../../etc/passwd']) {
			await expect(openAttachment(ctx, { id: wanted }, nobody)).rejects.toMatchObject({
				code: 'not_found'
			});
		}
	});

	test('removing takes the row and the bytes, but only for the right owner', async () => {
		const { id } = await add(pdfOf('sementara'));
		const other = { ownerKind: 'visit', ownerId: 'V-2' } as const;
		await expect(removeAttachment(ctx, other, id)).rejects.toMatchObject({ code: 'not_found' });
		await removeAttachment(ctx, owner, id);
		expect(stored().filter((file) => file.includes(id))).toEqual([]);
		expect((await listAttachments(ctx, owner)).map((file) => file.id)).not.toContain(id);
	});

	test('a write-up shows papers for governments to nobody else, and changes only by publishers', async () => {
		const slug = 'sobat-dukcapil';
		const as = (actor: Context['actor']): Context => ({ ...ctx, actor });
		const paper = {
			purpose: 'document',
			altId: 'SOP',
			altEn: '',
			visibility: 'governments'
		} as const;
		const file = { name: 'SOP.pdf', bytes: pdfOf('SOP layanan') };

		await expect(addFile(as(agencyHead), slug, paper, file)).rejects.toMatchObject({
			code: 'forbidden'
		});
		const { id, ...attachment } = await addFile(as(institutionAdmin), slug, paper, file);
		const { innovation } = await getInnovation(as(null), slug);
		expect(await mayReadFile(as(null), attachment)).toBe(false);
		expect(await listFiles(as(null), innovation)).toEqual([]);
		expect(await mayReadFile(as(foreignSecretary), attachment)).toBe(true);
		await removeFile(as(institutionAdmin), slug, id);
		expect(await listFiles(as(institutionAdmin), innovation)).toEqual([]);
	});

	test('a new cover takes the place of the old one', async () => {
		const slug = 'tanya-sobat-ai';
		const admin = { ...ctx, actor: institutionAdmin };
		const cover = { purpose: 'cover', altId: 'Loket', altEn: '', visibility: 'public' } as const;
		const photo = await photoOf(40, 30);
		await addFile(admin, slug, cover, { name: 'a.jpg', bytes: photo });
		const second = await addFile(admin, slug, cover, { name: 'b.jpg', bytes: photo });
		const { innovation } = await getInnovation(admin, slug);
		expect((await listFiles(admin, innovation)).map(({ id }) => id)).toEqual([second.id]);
	});
});
