import { expect, test } from 'vitest';
import { groupByProvince } from '#lib/regions/by-province.ts';

const region = (name: string, kind: 'regency' | 'city', provinceCode: string) => ({
	name,
	kind,
	provinceCode,
	provinceName: provinceCode === '36' ? 'Banten' : 'Bali'
});

test('regions stand under their province with the counts of both kinds', () => {
	const serang = region('Kabupaten Serang', 'regency', '36');
	const cilegon = region('Kota Cilegon', 'city', '36');
	const denpasar = region('Kota Denpasar', 'city', '51');

	expect(groupByProvince([serang, cilegon, denpasar])).toEqual([
		{ code: '36', name: 'Banten', regencyCount: 1, cityCount: 1, members: [serang, cilegon] },
		{ code: '51', name: 'Bali', regencyCount: 0, cityCount: 1, members: [denpasar] }
	]);
});

test('without regions there is no province', () => {
	expect(groupByProvince([])).toEqual([]);
});
