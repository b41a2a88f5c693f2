import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseCsv } from './csv.ts';
import { type IndonesianTimezone, type IslandGroup, provinceFacts } from './province-facts.ts';
import { mendedName, regionName, type RegionName } from './region-names.ts';

export interface ProvinceRow {
	readonly code: string;
	readonly name: string;
	readonly islandGroup: IslandGroup;
	readonly timezone: IndonesianTimezone;
}

export interface RegionRow extends RegionName {
	readonly code: string;
	/** The code's digits as a number, `36.71` -> 3671: permanent, for the fact tables. */
	readonly key: number;
	readonly provinceCode: string;
	readonly timezone: IndonesianTimezone;
}

export interface DistrictRow {
	readonly code: string;
	readonly regionCode: string;
	readonly name: string;
}

/** The region register as the package knows it today. */
export interface RegionRegister {
	readonly provinces: readonly ProvinceRow[];
	readonly regions: readonly RegionRow[];
	readonly districts: readonly DistrictRow[];
}

/** The three CSV files of `idn-area-data`, as text. */
export interface RegionFiles {
	readonly provinces: string;
	readonly regencies: string;
	readonly districts: string;
}

/** Where the codes and names come from; shown on the page about the site. */
export const REGION_DATA_CREDIT = 'Data wilayah: idn-area-data, ODbL 1.0';

/** The whole register from the three files. Codes are Kemendagri's, with dots. */
export function toRegionRegister(files: RegionFiles): RegionRegister {
	return {
		provinces: parseCsv(files.provinces).map(({ code = '', name = '' }) => {
			const { islandGroup, timezone } = provinceFacts(code);
			return { code, name, islandGroup, timezone };
		}),
		regions: parseCsv(files.regencies).map(({ code = '', name = '', province_code = '' }) => ({
			code,
			key: regionKey(code),
			provinceCode: province_code,
			timezone: provinceFacts(province_code).timezone,
			...regionName(code, name)
		})),
		districts: parseCsv(files.districts).map(({ code = '', name = '', regency_code = '' }) => ({
			code,
			regionCode: regency_code,
			name: mendedName(code, name)
		}))
	};
}

/** `36.71` -> 3671. */
export function regionKey(code: string): number {
	return Number(code.replace('.', ''));
}

/** Reads the files by path, which spares the parsing of its much larger ones. */
export async function readRegionFiles(): Promise<RegionFiles> {
	const manifest = createRequire(import.meta.url).resolve('idn-area-data/package.json');
	const read = (name: string) =>
		readFile(path.join(path.dirname(manifest), 'data', `${name}.csv`), 'utf8');
	const [provinces, regencies, districts] = await Promise.all([
		read('provinces'),
		read('regencies'),
		read('districts')
	]);
	return { provinces, regencies, districts };
}
