import { FULL_PACKAGE } from './services.ts';

/** A service in all districts of a region, as a source states it. */
export interface CitedCoverage {
	readonly regionCode: string;
	readonly services: readonly string[];
	readonly mode: 'full';
	readonly validFrom: string;
	readonly datePrecision: 'day' | 'year';
	readonly source: string;
}

/** A share of districts for which no source names the districts themselves. */
export interface CitedShare {
	readonly regionCode: string;
	readonly kpiCodes: readonly string[];
	readonly month: string;
	readonly numerator: number;
	readonly denominator: number;
	readonly note: string;
}

/**
 * Coverage of the founding example. "In all districts" is recorded as `full`, because no source
 * says that service days are limited.
 */
export const citedCoverage: readonly CitedCoverage[] = [
	{
		regionCode: '36.71',
		services: FULL_PACKAGE,
		mode: 'full',
		validFrom: '2017-01-01',
		datePrecision: 'year',
		source:
			'Pernyataan Sekretaris Daerah Kota Tangerang dalam naskah berita: enam layanan di seluruh kecamatan sejak 2017; bulan dan hari layanan tidak disebut.'
	},
	{
		regionCode: '36.03',
		services: ['KTP', 'KIA'],
		mode: 'full',
		validFrom: '2025-11-22',
		datePrecision: 'day',
		source:
			'ExposeBanten, 22 November 2025: pencetakan KTP-el dan KIA meluas dari 7 menjadi seluruh 29 kecamatan. Tanggal berita dipakai karena tanggal mulai tiap kecamatan tidak disebut.'
	}
];

/**
 * Before the growth of 2025 it was 7 of 29, but the seven are not named, so the register cannot
 * hold them. The last month before 2025 is the latest that certainly lies before the growth.
 */
export const citedShares: readonly CitedShare[] = [
	{
		regionCode: '36.03',
		kpiCodes: ['ADM-COV-KTP', 'ADM-COV-KIA'],
		month: '2024-12',
		numerator: 7,
		denominator: 29,
		note: 'Keadaan sebelum perluasan tahun 2025 menurut ExposeBanten, 22 November 2025; bulan pastinya dan nama ketujuh kecamatan tidak disebut sumber.'
	}
];
