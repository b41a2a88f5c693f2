/** A region that came from another one (pemekaran), between regencies and cities. */
export interface RegionRelationRow {
	readonly childCode: string;
	readonly parentCode: string;
	readonly kind: 'split';
	readonly law: string;
	/** The day of the law or of the inauguration, or null when no source we read names it. */
	readonly effectiveOn: string | null;
	readonly note: string;
	readonly source: string;
	/** Whether the law and the parent were read in a source, or are from memory. */
	readonly confidence: 'verified' | 'recalled';
}

interface Facts {
	readonly on?: string;
	readonly note?: string;
	readonly source?: string;
}

const AUTONOMY_LIST = 'Ditjen Otda, Pembentukan Daerah-Daerah Otonom di Indonesia s.d. 2014';

function verified(
	childCode: string,
	parentCode: string,
	law: string,
	{ on, note = '', source = AUTONOMY_LIST }: Facts
): RegionRelationRow {
	const common = { childCode, parentCode, kind: 'split', law, note, source } as const;
	return { ...common, effectiveOn: on ?? null, confidence: 'verified' };
}

/** No date: one from memory would look more certain than it is. */
function recalled(childCode: string, parentCode: string, law: string): RegionRelationRow {
	return {
		childCode,
		parentCode,
		kind: 'split',
		law,
		effectiveOn: null,
		note: '',
		source: '',
		confidence: 'recalled'
	};
}

/** Parents and children of Banten, and others read so far. Regions may complete the list. */
export const lineage: readonly RegionRelationRow[] = [
	verified('36.71', '36.03', 'UU 2/1993', {
		on: '1993-02-27',
		note: 'Semula kota administratif, ditetapkan sebagai kotamadya; sebutan "kotamadya" diganti "kota" pada tahun 2001.',
		source: 'Naskah berita yang menjadi dasar situs ini; UU 23/2000 yang menyebut UU 2/1993'
	}),
	verified('36.74', '36.03', 'UU 51/2008', {
		note: 'Terdiri atas tujuh kecamatan: Serpong, Serpong Utara, Pondok Aren, Ciputat, Ciputat Timur, Pamulang, dan Setu. Nomor undang-undang belum diverifikasi.',
		source: 'Naskah undang-undang pembentukan (pasal 3) di text-id.123dok.com'
	}),
	verified('36.72', '36.04', 'UU 15/1999', {
		on: '1999-04-20',
		source: 'UU 23/2000 yang menyebut UU 15/1999 (LN 1999/49); cilegon.inews.id'
	}),
	verified('36.73', '36.04', 'UU 32/2007', {
		note: 'Ibu kota Provinsi Banten.',
		source: 'Naskah undang-undang pembentukan di text-id.123dok.com'
	}),
	verified('32.76', '32.01', 'UU 15/1999', {
		on: '1999-04-20',
		source: 'UU 23/2000 yang menyebut UU 15/1999 (LN 1999/49); cilegon.inews.id'
	}),
	verified('11.02', '11.04', 'UU 4/1974', { on: '1974-06-04' }),
	verified('11.10', '11.01', 'UU 14/1999', { on: '1999-04-20' }),
	verified('11.09', '11.05', 'UU 48/1999', { on: '1999-10-04' }),
	verified('11.12', '11.01', 'UU 4/2002', { on: '2002-04-10' }),
	recalled('32.75', '32.16', 'UU 9/1996'),
	recalled('32.77', '32.04', 'UU 9/2001'),
	recalled('32.17', '32.04', 'UU 12/2007'),
	recalled('32.78', '32.06', 'UU 10/2001'),
	recalled('32.79', '32.07', 'UU 27/2002'),
	recalled('32.18', '32.07', 'UU 21/2012'),
	recalled('35.79', '35.07', 'UU 11/2001')
];
