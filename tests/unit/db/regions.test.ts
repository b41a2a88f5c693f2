import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseCsv } from '#db/reference/csv.ts';
import { lineage } from '#db/reference/lineage.ts';
import { provinceFacts } from '#db/reference/province-facts.ts';
import { regionName } from '#db/reference/region-names.ts';
import { readRegionFiles, type RegionRegister, toRegionRegister } from '#db/reference/regions.ts';

let register: RegionRegister;

beforeAll(async () => {
	register = toRegionRegister(await readRegionFiles());
});

const region = (code: string) => register.regions.find((row) => row.code === code);
const districtsOf = (code: string) =>
	register.districts.filter(({ regionCode }) => regionCode === code).map(({ name }) => name);

test('the register holds 38 provinces, 514 regencies and cities, and 7,285 districts', () => {
	expect(register.provinces).toHaveLength(38);
	expect(register.regions).toHaveLength(514);
	expect(register.districts).toHaveLength(7285);
	expect(register.regions.filter(({ kind }) => kind === 'city')).toHaveLength(98);
});

test('Kota Tangerang has its 13 districts', () => {
	expect(region('36.71')).toMatchObject({
		key: 3671,
		name: 'Kota Tangerang',
		shortName: 'Tangerang',
		kind: 'city',
		provinceCode: '36',
		timezone: 'Asia/Jakarta'
	});
	expect(districtsOf('36.71')).toEqual([
		'Tangerang',
		'Jatiuwung',
		'Batuceper',
		'Benda',
		'Cipondoh',
		'Ciledug',
		'Karawaci',
		'Periuk',
		'Cibodas',
		'Neglasari',
		'Pinang',
		'Karang Tengah',
		'Larangan'
	]);
	expect(districtsOf('36.03')).toHaveLength(29);
});

test('codes keep their zeros and keys are unique', () => {
	expect(region('11.10')).toMatchObject({ key: 1110, name: 'Kabupaten Aceh Singkil' });
	expect(new Set(register.regions.map(({ key }) => key)).size).toBe(514);
});

test('each district belongs to a region, and each region to a province', () => {
	const provinces = new Set(register.provinces.map(({ code }) => code));
	const regions = new Set(register.regions.map(({ code }) => code));

	expect(register.regions.filter(({ provinceCode }) => !provinces.has(provinceCode))).toEqual([]);
	expect(register.districts.filter(({ regionCode }) => !regions.has(regionCode))).toEqual([]);
});

test('the six regions of Jakarta are administrative, all others autonomous', () => {
	const administrative = register.regions.filter(({ autonomy }) => autonomy === 'administrative');

	expect(administrative.map(({ code }) => code)).toEqual([
		'31.01',
		'31.71',
		'31.72',
		'31.73',
		'31.74',
		'31.75'
	]);
	expect(region('31.01')).toMatchObject({ kind: 'regency', shortName: 'Kepulauan Seribu' });
});

test('a region is found by its name as searches compare it', () => {
	expect(regionName('71.09', 'Kab. Kep.')).toMatchObject({
		name: 'Kabupaten Kepulauan Siau Tagulandang Biaro',
		searchName: 'kabupaten kepulauan siau tagulandang biaro'
	});
	expect(() => regionName('99.01', 'Provinsi Banten')).toThrow(RangeError);
});

test.each([
	['36', 'Asia/Jakarta', 'java'],
	['11', 'Asia/Jakarta', 'sumatra'],
	['21', 'Asia/Jakarta', 'sumatra'],
	['61', 'Asia/Pontianak', 'kalimantan'],
	['62', 'Asia/Pontianak', 'kalimantan'],
	['63', 'Asia/Makassar', 'kalimantan'],
	['51', 'Asia/Makassar', 'bali_nusa_tenggara'],
	['73', 'Asia/Makassar', 'sulawesi'],
	['82', 'Asia/Jayapura', 'maluku'],
	['96', 'Asia/Jayapura', 'papua']
])('province %s keeps the time of %s', (code, timezone, islandGroup) => {
	expect(provinceFacts(code)).toEqual({ timezone, islandGroup });
});

test('every province has a time zone and an island group', () => {
	expect(new Set(register.provinces.map(({ islandGroup }) => islandGroup)).size).toBe(7);
	expect(() => provinceFacts('04')).toThrow(RangeError);
});

test('the lineage names regions that exist, and no region is its own parent', () => {
	const unknown = lineage.filter(
		({ childCode, parentCode }) => !region(childCode) || !region(parentCode)
	);

	expect(unknown).toEqual([]);
	expect(lineage.filter(({ childCode, parentCode }) => childCode === parentCode)).toEqual([]);
});

test('Kabupaten Tangerang has two children', () => {
	const children = lineage.filter(({ parentCode }) => parentCode === '36.03');

	expect(children.map(({ childCode }) => childCode)).toEqual(['36.71', '36.74']);
});

// A second compilation of the same decree, beside the repository on some machines only.
const otherSource = '../shared/data/context/regencies.csv';

describe.skipIf(!existsSync(otherSource))('against a second source', () => {
	test('codes, districts and names agree, but for one abbreviated name', () => {
		const rows = parseCsv(readFileSync(otherSource, 'utf8'));
		const differing = rows.filter(
			({ code = '', name, districts }) =>
				region(code)?.name !== name || districtsOf(code).length !== Number(districts)
		);

		expect(rows).toHaveLength(514);
		expect(differing.map(({ code }) => code)).toEqual(['71.09']);
	});
});
