import type { KpiDefinition } from './kpi.ts';
import { ENTERED_MEDIAN_METHOD, PUBLISHED_INDEX_METHOD, RATIO_METHOD } from './kpi-methods.ts';
import { NO_STANDARD, NO_TEXT } from './kpi.ts';

const common = {
	group: 'cross_service',
	service: null,
	family: 'OTHER',
	derivation: 'entered'
} as const;

/** KPIs of public service as such, whichever the agency. */
export const crossServiceKpis: readonly KpiDefinition[] = [
	{
		...common,
		code: 'SKM-IKM',
		key: 201,
		kind: 'index',
		direction: 'higher',
		unit: 'score_25_100',
		decimals: 2,
		range: { hard: [25, 100], warn: [60, 98] },
		name: { id: 'Nilai SKM (IKM)', en: 'Public satisfaction index (SKM)' },
		definition: {
			id: 'Indeks Kepuasan Masyarakat dari Survei Kepuasan Masyarakat: penilaian pengguna atas sembilan unsur pelayanan, pada skala 25–100. A 88,31–100; B 76,61–88,30; C 65,00–76,60; D 25,00–64,99.',
			en: 'The index of the public satisfaction survey: how users rate nine elements of service, on a scale of 25–100. A 88.31–100; B 76.61–88.30; C 65.00–76.60; D 25.00–64.99.'
		},
		numerator: NO_TEXT,
		denominator: NO_TEXT,
		method: {
			id: `25 × rata-rata nilai sembilan unsur (skala 1–4, bobot sama), dihitung daerah dari surveinya; paling sedikit setahun sekali. ${PUBLISHED_INDEX_METHOD.id}`,
			en: `25 × the mean of the nine element scores (scale 1–4, equal weights), computed by the region from its survey, at least once a year. ${PUBLISHED_INDEX_METHOD.en}`
		},
		standard: {
			value: 76.61,
			text: {
				id: 'Batas bawah mutu B (baik): 76,61',
				en: 'Lower limit of grade B (good): 76.61'
			},
			source: 'PermenPANRB 14/2017 (rentang mutu dibaca dari sumber sekunder)',
			sourceStatus: 'secondary'
		}
	},
	{
		...common,
		code: 'ADU-RES',
		key: 202,
		kind: 'proportion',
		direction: 'higher',
		unit: 'percent',
		decimals: 1,
		range: { hard: [0, 100] },
		name: { id: 'Pengaduan diselesaikan', en: 'Complaints resolved' },
		definition: {
			id: 'Bagian pengaduan yang selesai ditangani pada bulan itu, termasuk yang tersisa dari bulan sebelumnya.',
			en: 'The share of complaints resolved in the month, those left over from earlier months included.'
		},
		numerator: {
			id: 'Pengaduan yang selesai pada bulan itu',
			en: 'Complaints resolved in the month'
		},
		denominator: {
			id: 'Pengaduan yang diterima pada bulan itu ditambah saldo awal',
			en: 'Complaints received in the month plus those open at its start'
		},
		method: RATIO_METHOD,
		standard: {
			value: null,
			text: {
				id: 'Indikator 29 Indeks Inovasi Daerah membagi tiga tingkat: sampai 50%, 51–90%, dan 91% ke atas',
				en: 'Indicator 29 of the Regional Innovation Index has three levels: up to 50%, 51–90%, 91% and over'
			},
			source: 'Lampiran II surat BSKDN 29 April 2026 (sumber sekunder)',
			sourceStatus: 'secondary'
		}
	},
	{
		...common,
		code: 'ADU-TAT',
		key: 203,
		kind: 'index',
		direction: 'lower',
		unit: 'working_days',
		decimals: 1,
		range: { hard: [0, 365], warn: [null, 60] },
		name: { id: 'Median waktu penyelesaian pengaduan', en: 'Median complaint resolution time' },
		definition: {
			id: 'Separuh pengaduan yang selesai pada bulan itu ditangani dalam hari kerja sebanyak ini atau lebih cepat.',
			en: 'Half of the complaints resolved in the month took this many working days or fewer.'
		},
		numerator: NO_TEXT,
		denominator: NO_TEXT,
		method: ENTERED_MEDIAN_METHOD,
		standard: {
			value: null,
			text: {
				id: 'Tenggat tindak lanjut SP4N-LAPOR! menurut jenis pengaduan',
				en: 'SP4N-LAPOR! deadlines by kind of complaint'
			},
			source: 'SP4N-LAPOR!',
			sourceStatus: 'recalled'
		}
	},
	{
		...common,
		code: 'IPP',
		key: 204,
		kind: 'index',
		direction: 'higher',
		unit: 'score_0_5',
		decimals: 2,
		range: { hard: [0, 5], warn: [1.5, null] },
		name: { id: 'Indeks Pelayanan Publik (PEKPPP)', en: 'Public Service Index (PEKPPP)' },
		definition: {
			id: 'Hasil Pemantauan dan Evaluasi Kinerja Penyelenggaraan Pelayanan Publik (PEKPPP), sekali setahun, pada skala 0–5.',
			en: 'Result of the yearly national evaluation of public service delivery (PEKPPP), on a scale of 0–5.'
		},
		numerator: NO_TEXT,
		denominator: NO_TEXT,
		method: PUBLISHED_INDEX_METHOD,
		standard: { ...NO_STANDARD, source: 'PermenPANRB 29/2022 jo. 4/2023' }
	}
];
