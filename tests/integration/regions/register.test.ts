import { beforeAll, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import type { Db } from '#lib/database/connection.ts';
import { getFamilyTree } from '#lib/regions/server/family.ts';
import { getRegisterEntry, listRegister } from '#lib/regions/server/register.ts';
import { listDistricts, listRegions } from '#lib/regions/server/use-cases.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';

const now = () => new Date('2026-11-24T03:00:00Z');

describe.each(databaseNames)('the register of regions on %s', (name) => {
	let ctx: { db: Db; now: () => Date };
	const namesOf = async (q: string) => (await listRegions(ctx, { q })).map((region) => region.name);

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, now };
	});

	test('holds 514 regencies and cities, and 38 provinces beside them', async () => {
		expect(await listRegister(ctx)).toHaveLength(514);
		expect(await listRegister(ctx, { kind: 'city' })).toHaveLength(98);
		expect(await listRegister(ctx, { kind: 'province' })).toHaveLength(38);
	});

	test('Kota Tangerang has 13 districts and comes from Kabupaten Tangerang', async () => {
		expect(await getRegisterEntry(ctx, '36.71')).toEqual({
			code: '36.71',
			name: 'Kota Tangerang',
			kind: 'city',
			provinceCode: '36',
			provinceName: 'Banten',
			timezone: 'Asia/Jakarta',
			districtCount: 13,
			parentCode: '36.03',
			childCodes: []
		});
		expect((await getRegisterEntry(ctx, '36.03')).childCodes).toEqual(['36.71', '36.74']);
	});

	test('a province counts the districts of its regions', async () => {
		expect(await getRegisterEntry(ctx, '36')).toMatchObject({
			kind: 'province',
			name: 'Banten',
			districtCount: 155,
			parentCode: null,
			childCodes: []
		});
		expect(await listRegister(ctx, { kind: 'province', q: 'banten' })).toHaveLength(1);
	});

	test('the list keeps to a province, a kind and words at the same time', async () => {
		const found = await listRegister(ctx, { province: '36', kind: 'city', q: 'tangerang' });

		expect(found.map(({ code }) => code)).toEqual(['36.71', '36.74']);
	});

	test('people find a region by what they call it, and by its code', async () => {
		expect(await namesOf('kab. tangerang')).toEqual(['Kabupaten Tangerang']);
		expect(await namesOf('Tangsel')).toEqual(['Kota Tangerang Selatan']);
		expect(await namesOf('36.71')).toEqual(['Kota Tangerang']);
		expect(await namesOf('36.7')).toHaveLength(4);
	});

	test('signs with a meaning in SQL find nothing instead of everything', async () => {
		expect(await namesOf('%')).toEqual([]);
		expect(await namesOf("' or 1=1 --")).toEqual([]);
	});

	test('an unknown region or province is not found', async () => {
		await expect(getRegisterEntry(ctx, '36.99')).rejects.toMatchObject({ code: 'not_found' });
		await expect(getRegisterEntry(ctx, '99')).rejects.toMatchObject({ code: 'not_found' });
		await expect(listRegister(ctx, { province: '99' })).rejects.toMatchObject({
			code: 'not_found'
		});
		await expect(getFamilyTree(ctx, '36.99')).rejects.toMatchObject({ code: 'not_found' });
	});

	test('parent and child show the same family, with the law of each split', async () => {
		const family = await getFamilyTree(ctx, '36.71');

		expect(family).toMatchObject({
			name: 'Kabupaten Tangerang',
			split: null,
			children: [
				{
					name: 'Kota Tangerang',
					split: { law: 'UU 2/1993', effectiveOn: '1993-02-27', confidence: 'verified' }
				},
				{ name: 'Kota Tangerang Selatan', split: { law: 'UU 51/2008', effectiveOn: null } }
			]
		});
		expect(await getFamilyTree(ctx, '36.03')).toEqual(family);
	});

	test('a region without known splits has no family', async () => {
		expect(await getFamilyTree(ctx, '36.01')).toBeNull();
	});

	test('a district that has ended counts only on the days it existed', async () => {
		await ctx.db
			.updateTable('district')
			.set({ validTo: '2020-12-31' })
			.where('code', '=', '36.72.01')
			.execute();

		expect(await listDistricts(ctx, '36.72', '2020-12-31')).toHaveLength(8);
		expect(await listDistricts(ctx, '36.72')).toHaveLength(7);
		expect((await getRegisterEntry(ctx, '36.72')).districtCount).toBe(7);
	});
});
