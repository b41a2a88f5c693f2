import type { Bilingual, KpiDefinition, Standard } from './kpi.ts';

const common = {
	group: 'civil_registration',
	family: 'OTHER',
	kind: 'proportion',
	derivation: 'entered',
	direction: 'higher',
	unit: 'percent',
	decimals: 1
} as const;

/** National targets for 2023, as the director-general's announcement was reported. */
function target2023(value: number, percent: Bilingual): Standard {
	return {
		value,
		text: {
			id: `Target nasional 2023: ${percent.id}`,
			en: `National target for 2023: ${percent.en}`
		},
		source: 'Ditjen Dukcapil, dikutip Media Indonesia 29 Maret 2023',
		sourceStatus: 'secondary'
	};
}

const HOLDING_METHOD: Bilingual = {
	id: '100 × pembilang ÷ penyebut, posisi akhir bulan menurut data kependudukan bersih (DKB) yang berlaku.',
	en: '100 × numerator ÷ denominator, as at the end of the month, by the consolidated population data (DKB) in force.'
};

/** How much of the population holds which document. */
export const ownershipKpis: readonly KpiDefinition[] = [
	{
		...common,
		code: 'ADM-OWN-KTP',
		key: 191,
		service: 'REK',
		range: { hard: [0, 100], warn: [85, null] },
		name: { id: 'Cakupan perekaman KTP-el', en: 'e-KTP enrolment coverage' },
		definition: {
			id: 'Bagian penduduk wajib KTP yang sudah melakukan perekaman KTP-el.',
			en: 'The share of residents required to hold an e-KTP who have been enrolled.'
		},
		numerator: {
			id: 'Penduduk wajib KTP yang sudah merekam',
			en: 'Residents required to hold an e-KTP who are enrolled'
		},
		denominator: {
			id: 'Penduduk wajib KTP menurut DKB semester berjalan',
			en: 'Residents required to hold an e-KTP, by the DKB of the current semester'
		},
		method: HOLDING_METHOD,
		standard: target2023(99.4, { id: '99,4%', en: '99.4%' })
	},
	{
		...common,
		code: 'ADM-OWN-AKL',
		key: 192,
		service: 'AKL',
		range: { hard: [0, 100], warn: [60, null] },
		name: {
			id: 'Kepemilikan akta kelahiran anak 0–17 tahun',
			en: 'Birth certificate ownership, age 0–17'
		},
		definition: {
			id: 'Bagian anak berusia 0–17 tahun yang memiliki akta kelahiran.',
			en: 'The share of children aged 0–17 who hold a birth certificate.'
		},
		numerator: {
			id: 'Anak berusia 0–17 tahun yang memiliki akta kelahiran',
			en: 'Children aged 0–17 with a birth certificate'
		},
		denominator: {
			id: 'Anak berusia 0–17 tahun menurut DKB',
			en: 'Children aged 0–17, by the DKB'
		},
		method: HOLDING_METHOD,
		standard: target2023(98, { id: '98%', en: '98%' })
	},
	{
		...common,
		code: 'ADM-OWN-KIA',
		key: 193,
		service: 'KIA',
		range: { hard: [0, 100], warn: [10, null] },
		name: {
			id: 'Kepemilikan KIA anak di bawah 17 tahun',
			en: 'Child identity card ownership, under 17'
		},
		definition: {
			id: 'Bagian anak berusia 0 sampai 17 tahun kurang satu hari yang memiliki Kartu Identitas Anak.',
			en: 'The share of children from birth to one day short of 17 who hold a child identity card.'
		},
		numerator: {
			id: 'Anak di bawah 17 tahun yang memiliki KIA',
			en: 'Children under 17 with a child identity card'
		},
		denominator: {
			id: 'Anak berusia 0 sampai 17 tahun kurang satu hari menurut DKB',
			en: 'Children from birth to one day short of 17, by the DKB'
		},
		method: HOLDING_METHOD,
		standard: target2023(50, { id: '50%', en: '50%' })
	},
	{
		...common,
		code: 'ADM-OWN-IKD',
		key: 194,
		service: 'IKD',
		range: { hard: [0, 100], warn: [1, null] },
		name: { id: 'Aktivasi Identitas Kependudukan Digital', en: 'Digital identity activation' },
		definition: {
			id: 'Bagian penduduk yang sudah merekam KTP-el dan mengaktifkan Identitas Kependudukan Digital (IKD).',
			en: 'The share of enrolled e-KTP holders who have activated the digital identity (IKD).'
		},
		numerator: { id: 'Penduduk yang mengaktifkan IKD', en: 'Residents with an activated IKD' },
		denominator: {
			id: 'Penduduk yang sudah merekam KTP-el',
			en: 'Residents enrolled for the e-KTP'
		},
		method: HOLDING_METHOD,
		standard: target2023(25, {
			id: '25% dari penduduk yang sudah merekam',
			en: '25% of those enrolled'
		})
	}
];
