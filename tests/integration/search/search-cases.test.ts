import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import type { Context } from '#lib/core/context.ts';
import { findWriteUps } from '#lib/search/server/find.ts';
import { type IndexedWriteUp, indexWriteUp } from '#lib/search/server/index-documents.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';

const FILE = new URL('../../unit/search/search-cases.csv', import.meta.url);
const cases = readFileSync(FILE, 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map((line) => {
		const [query = '', term = '', mustMatch] = line.split(',');
		return { query, term, mustMatch: mustMatch === '1' };
	});

function writeUp(id: string, title: string, body = '', regionCode = '11.01'): IndexedWriteUp {
	return {
		innovationId: id,
		innovationVersion: 1,
		regionCode,
		kind: 'digital',
		stage: 'pilot',
		validation: 'region_approved',
		titleId: title,
		titleEn: null,
		publishedAt: '2026-01-01T00:00:00.000Z',
		updatedAt: '2026-01-01T00:00:00.000Z',
		confirmedOn: null,
		serviceCodes: [],
		kpiCodes: [],
		title: [{ text: title, language: 'id' }],
		head: [],
		body: [{ text: body, language: 'id' }],
		documents: []
	};
}

describe.each(databaseNames)('the words people use on %s', (name) => {
	let ctx: Context;
	const find = async (q: string) => (await findWriteUps(ctx, { q, limit: 1000 })).innovationIds;

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, actor: null, now: () => new Date('2026-11-24T03:00:00Z'), locale: 'id' };
		for (const term of new Set(cases.map((each) => each.term))) {
			await indexWriteUp(ctx, writeUp(`text ${term}`, 'Tulisan', `Awal ${term} akhir.`));
		}
	});

	test('are all there', () => {
		expect(cases).toHaveLength(47);
	});

	test.each(cases)('$query and $term: $mustMatch', async ({ query, term, mustMatch }) => {
		const found = await find(query);
		if (mustMatch) expect(found).toContain(`text ${term}`);
		else expect(found).not.toContain(`text ${term}`);
	});

	test('the region that is named exactly so comes before one whose name holds it', async () => {
		await indexWriteUp(ctx, writeUp('selatan', 'Tangerang', 'tangerang tangerang', '36.74'));
		await indexWriteUp(ctx, writeUp('kota', 'Lain', 'Tangerang', '36.71'));

		const found = await find('tangerang');
		expect(found.indexOf('kota')).toBe(0);
		expect(found).toContain('selatan');
	});

	test('a region is found by its short names, whatever its text says', async () => {
		await indexWriteUp(ctx, writeUp('regency', 'Apa saja', 'tanpa nama', '36.03'));
		for (const q of ['kab. tangerang', 'Kabupaten Tangerang', 'pemkab tangerang']) {
			expect((await find(q))[0]).toBe('regency');
		}
	});

	test('the same word ranks above another form of it', async () => {
		await indexWriteUp(ctx, writeUp('stem', 'Melayani'));
		await indexWriteUp(ctx, writeUp('surface', 'Pelayanan'));
		const found = await find('pelayanan');
		expect(found.indexOf('surface')).toBeLessThan(found.indexOf('stem'));
	});
});
