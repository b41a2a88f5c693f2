import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET } from '../../../src/routes/attachments/[id]/+server.ts';
import type { Context } from '#lib/core/context.ts';
import { addFile } from '#lib/innovations/server/files.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { pdfOf } from '#tests/support/files.ts';
import { foreignSecretary, openForEntry, secretary } from '#tests/support/observation-actors.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'studi-tiru-download-'));
process.env.DATA_DIR = folder;

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

describe.each(databaseNames)('a download on %s', (name) => {
	let ctx: Context;
	let ids: Record<'public' | 'governments', string>;
	const get = async (id: string, actor: Context['actor'], headers: Record<string, string> = {}) => {
		const url = new URL(`http://localhost/attachments/${id}`);
		const request = new Request(url, { headers });
		const event = { locals: { ctx: { ...ctx, actor } }, params: { id }, url, request };
		return GET(event as unknown as Parameters<typeof GET>[0]);
	};
	const add = async (visibility: 'public' | 'governments') => {
		const wanted = { purpose: 'document', altId: 'Surat', altEn: '', visibility } as const;
		const file = { name: 'surat "resmi".pdf', bytes: pdfOf('Surat') };
		return (await addFile({ ...ctx, actor: secretary }, 'sobat-dukcapil', wanted, file)).id;
	};

	beforeAll(async () => {
		ctx = await openForEntry(name);
		ids = { public: await add('public'), governments: await add('governments') };
	});

	test('is saved, never shown as a page of the site, and may do nothing if it is', async () => {
		const response = await get(ids.public, null);
		expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename/);
		expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		expect(response.headers.get('content-type')).toBe('application/pdf');
		expect(response.headers.get('cache-control')).toContain('private');
		expect((await response.arrayBuffer()).byteLength).toBe(pdfOf('Surat').length);
	});

	test('asks each time whether the reader may have it, also of what a browser has kept', async () => {
		const own = await get(ids.governments, foreignSecretary);
		const etag = own.headers.get('etag') ?? '';
		expect((await get(ids.governments, foreignSecretary, { 'if-none-match': etag })).status).toBe(
			304
		);
		await expect(get(ids.governments, null, { 'if-none-match': etag })).rejects.toMatchObject({
			code: 'not_found'
		});
		await expect(get('../../etc/passwd', null)).rejects.toMatchObject({ code: 'not_found' });
	});
});
