import { type KpiDefinition, NO_TEXT } from './kpi.ts';
import {
	COVERAGE_METHOD,
	ENTERED_MEDIAN_METHOD,
	PUBLISHED_INDEX_METHOD,
	RATIO_METHOD
} from './kpi-methods.ts';

const common = { group: 'health', family: 'OTHER', derivation: 'entered' } as const;

/** KPIs of the health agency and its health centres (puskesmas). */
export const healthKpis: readonly KpiDefinition[] = [
	{
		...common,
		code: 'KES-WTG',
		key: 401,
		service: 'RJ',
		kind: 'index',
		direction: 'lower',
		unit: 'minutes',
		decimals: 0,
		range: { hard: [0, 480], warn: [3, 180] },
		name: {
			id: 'Median waktu tunggu rawat jalan puskesmas',
			en: 'Median outpatient waiting time at health centres'
		},
		definition: {
			id: 'Waktu dari pendaftaran sampai pertama kali dilayani dokter yang dialami separuh pasien atau lebih cepat, dari sampel sedikitnya 30 kunjungan.',
			en: 'The time from registration to first contact with the doctor that half of the patients met or beat, from a sample of at least 30 visits.'
		},
		numerator: NO_TEXT,
		denominator: NO_TEXT,
		method: ENTERED_MEDIAN_METHOD,
		standard: {
			value: null,
			text: {
				id: 'Standar rumah sakit: paling lama 60 menit; puskesmas mengikuti standar pelayanan setempat',
				en: 'Hospital standard: at most 60 minutes; health centres follow their local service standard'
			},
			source: 'Kepmenkes 129/2008; Permenkes 30/2022',
			sourceStatus: 'verified'
		}
	},
	{
		...common,
		code: 'KES-WT60',
		key: 402,
		service: 'RJ',
		kind: 'proportion',
		direction: 'higher',
		unit: 'percent',
		decimals: 1,
		range: { hard: [0, 100], warn: [30, null] },
		name: { id: 'Kunjungan dilayani dalam 60 menit', en: 'Visits seen within 60 minutes' },
		definition: {
			id: 'Bagian kunjungan rawat jalan puskesmas dalam sampel yang dilayani dokter paling lama 60 menit sejak pendaftaran.',
			en: 'The share of sampled outpatient visits seen by the doctor within 60 minutes of registration.'
		},
		numerator: {
			id: 'Kunjungan sampel yang dilayani paling lama 60 menit',
			en: 'Sampled visits seen within 60 minutes'
		},
		denominator: { id: 'Seluruh kunjungan sampel', en: 'All sampled visits' },
		method: RATIO_METHOD,
		standard: {
			value: null,
			text: { id: 'Target rumah sakit: sedikitnya 80%', en: 'Hospital target: at least 80%' },
			source: 'Permenkes 30/2022',
			sourceStatus: 'recalled'
		}
	},
	{
		...common,
		code: 'KES-KEP',
		key: 403,
		service: null,
		kind: 'index',
		direction: 'higher',
		unit: 'score_25_100',
		decimals: 2,
		range: { hard: [25, 100], warn: [60, 98] },
		name: { id: 'Kepuasan pasien puskesmas', en: 'Patient satisfaction at health centres' },
		definition: {
			id: 'Indeks kepuasan pasien puskesmas dengan rumus Survei Kepuasan Masyarakat, pada skala 25–100.',
			en: 'Satisfaction of health centre patients by the formula of the public satisfaction survey, on a scale of 25–100.'
		},
		numerator: NO_TEXT,
		denominator: NO_TEXT,
		method: PUBLISHED_INDEX_METHOD,
		standard: {
			value: null,
			text: { id: 'Sedikitnya 76,61', en: 'At least 76.61' },
			source: 'Permenkes 30/2022',
			sourceStatus: 'recalled'
		}
	},
	{
		...common,
		code: 'KES-SPM',
		key: 404,
		service: 'SPM',
		kind: 'index',
		direction: 'higher',
		unit: 'percent',
		decimals: 1,
		range: { hard: [0, 100], warn: [30, null] },
		name: {
			id: 'Capaian SPM kesehatan (rata-rata 12 layanan)',
			en: 'Minimum health service attainment (mean of 12 services)'
		},
		definition: {
			id: 'Rata-rata capaian dua belas layanan Standar Pelayanan Minimal bidang kesehatan.',
			en: 'Mean attainment of the twelve health services of the Minimum Service Standards.'
		},
		numerator: NO_TEXT,
		denominator: NO_TEXT,
		method: {
			id: 'Rata-rata dua belas persentase (sasaran terlayani sesuai standar ÷ sasaran), seperti diterbitkan. Karena merupakan rata-rata persentase, angka ini tidak digabungkan antarbulan atau antardaerah.',
			en: 'The mean of twelve percentages (people served to standard ÷ people entitled), as published. Being a mean of percentages, it is not combined over months or regions.'
		},
		standard: {
			value: null,
			text: { id: '100% untuk tiap layanan', en: '100% for each service' },
			source: 'PP 2/2018; Permenkes 6/2024',
			sourceStatus: 'recalled'
		}
	},
	{
		...common,
		code: 'KES-COV',
		key: 405,
		service: 'PKM',
		family: 'COV',
		kind: 'proportion',
		derivation: 'coverage',
		direction: 'higher',
		unit: 'percent',
		decimals: 1,
		range: { hard: [0, 100] },
		name: { id: 'Cakupan kecamatan: puskesmas', en: 'District coverage: health centre' },
		definition: {
			id: 'Bagian kecamatan yang memiliki sedikitnya satu puskesmas teregistrasi.',
			en: 'The share of districts with at least one registered health centre.'
		},
		numerator: {
			id: 'Kecamatan dengan sedikitnya satu puskesmas teregistrasi pada hari terakhir bulan itu',
			en: 'Districts with at least one registered health centre on the last day of the month'
		},
		denominator: {
			id: 'Jumlah kecamatan daerah itu pada bulan yang sama',
			en: 'Number of districts of the region in that month'
		},
		method: COVERAGE_METHOD,
		standard: {
			value: null,
			text: {
				id: 'Sedikitnya satu puskesmas di tiap kecamatan',
				en: 'At least one health centre in each district'
			},
			source: 'Permenkes 43/2019',
			sourceStatus: 'recalled'
		}
	}
];
