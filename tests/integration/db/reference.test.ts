import { beforeEach, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import { loadCitedContent } from '#db/reference/load-cited.ts';
import type { Db } from '#lib/database/connection.ts';
import type { Database } from '#lib/database/tables.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';

const NOW = new Date('2026-11-24T03:00:00Z');

async function count(db: Db, table: keyof Database): Promise<number> {
	const row = await db
		.selectFrom(table)
		.select((eb) => eb.fn.countAll().as('n'))
		.executeTakeFirstOrThrow();
	return Number(row.n);
}

async function loads(db: Db) {
	return db.selectFrom('referenceLoad').selectAll().orderBy('name').execute();
}

describe.each(databaseNames)('reference data on %s', (name) => {
	let db: Db;

	beforeEach(async () => {
		db = await openDatabase(name);
		await loadReferenceData(db);
	});

	test('is all there after the first load', async () => {
		expect(await count(db, 'province')).toBe(38);
		expect(await count(db, 'region')).toBe(514);
		expect(await count(db, 'district')).toBe(7285);
		expect(await count(db, 'kpi')).toBe(54);
		expect(await count(db, 'kpiVersion')).toBe(54);
		expect(await count(db, 'holiday')).toBe(25);
		expect(await count(db, 'regionRelation')).toBe(16);
	});

	test('a second load changes nothing, not even what was edited since', async () => {
		const before = await loads(db);
		await db.updateTable('service').set({ nameId: 'Diubah' }).where('code', '=', 'KTP').execute();
		await loadReferenceData(db);

		expect(await loads(db)).toEqual(before);
		expect(await count(db, 'district')).toBe(7285);
		const service = await db
			.selectFrom('service')
			.select('nameId')
			.where('code', '=', 'KTP')
			.executeTakeFirst();
		expect(service?.nameId).toBe('Diubah');
	});

	test('content of another version brings each row up to date', async () => {
		await db.updateTable('referenceLoad').set({ contentHash: 'of an older version' }).execute();
		await db.updateTable('service').set({ nameId: 'Lama' }).execute();
		await db.updateTable('region').set({ name: 'Lama' }).execute();
		await db.updateTable('kpi').set({ decimals: 4 }).execute();
		await loadReferenceData(db);

		const stale = await db.selectFrom('region').select('code').where('name', '=', 'Lama').execute();
		const service = await db
			.selectFrom('service')
			.select('nameId')
			.where('code', '=', 'KTP')
			.executeTakeFirst();
		expect(stale).toEqual([]);
		expect(service?.nameId).toBe('Pencetakan KTP-el');
		expect(await count(db, 'kpi')).toBe(54);
	});

	test('the cited example is added once, and edits of the regions are kept', async () => {
		await loadCitedContent(db, NOW);
		await db.updateTable('innovation').set({ titleId: 'Judul dari daerah' }).execute();
		await loadCitedContent(db, NOW);

		const titles = await db.selectFrom('innovation').select('titleId').execute();
		expect(titles.map(({ titleId }) => titleId)).toEqual(Array(3).fill('Judul dari daerah'));
		expect(await count(db, 'innovationSection')).toBe(36);
		expect(await count(db, 'districtCoverage')).toBe(13 * 6 + 29 * 2);
	});
});
