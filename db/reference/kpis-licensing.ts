import { type KpiDefinition, NO_STANDARD, NO_TEXT } from './kpi.ts';
import {
	COUNT_METHOD,
	ENTERED_MEDIAN_METHOD,
	MONTH_END_METHOD,
	RATIO_METHOD
} from './kpi-methods.ts';

const common = { group: 'licensing', family: 'OTHER', derivation: 'entered' } as const;

/** KPIs of the one-stop licensing agency and the public service mall. */
export const licensingKpis: readonly KpiDefinition[] = [
	{
		...common,
		code: 'IZN-SLA',
		key: 301,
		service: null,
		kind: 'proportion',
		direction: 'higher',
		unit: 'percent',
		decimals: 1,
		range: { hard: [0, 100], warn: [40, null] },
		name: { id: 'Izin terbit sesuai batas waktu', en: 'Licences issued within their time limit' },
		definition: {
			id: 'Bagian izin dan nonizin yang terbit dalam batas waktu jenisnya.',
			en: 'The share of licences and permits issued within the time limit of their kind.'
		},
		numerator: {
			id: 'Izin dan nonizin yang terbit dalam batas waktu jenisnya',
			en: 'Licences and permits issued within the time limit of their kind'
		},
		denominator: {
			id: 'Seluruh izin dan nonizin yang terbit pada bulan itu',
			en: 'All licences and permits issued in the month'
		},
		method: RATIO_METHOD,
		standard: {
			value: null,
			text: {
				id: 'Setiap tahap perizinan berusaha berbasis risiko wajib memiliki batas waktu (SLA)',
				en: 'Each step of risk-based licensing must have a time limit (SLA)'
			},
			source: 'PP 28/2025',
			sourceStatus: 'verified'
		}
	},
	{
		...common,
		code: 'IZN-TAT',
		key: 302,
		service: null,
		kind: 'index',
		direction: 'lower',
		unit: 'working_days',
		decimals: 1,
		range: { hard: [0, 365], warn: [null, 60] },
		name: { id: 'Median waktu terbit izin', en: 'Median time to issue a licence' },
		definition: {
			id: 'Separuh izin yang terbit pada bulan itu selesai dalam hari kerja sebanyak ini atau lebih cepat. Waktu pemohon memperbaiki berkas tidak dihitung.',
			en: 'Half of the licences issued in the month took this many working days or fewer. The clock stops while the applicant mends the file.'
		},
		numerator: NO_TEXT,
		denominator: NO_TEXT,
		method: ENTERED_MEDIAN_METHOD,
		standard: {
			value: null,
			text: { id: 'Batas waktu menurut jenis izin', en: 'Time limit by kind of licence' },
			source: 'PP 28/2025',
			sourceStatus: 'verified'
		}
	},
	{
		...common,
		code: 'IZN-PBG',
		key: 303,
		service: 'PBG',
		kind: 'index',
		direction: 'lower',
		unit: 'working_days',
		decimals: 1,
		range: { hard: [0, 365], warn: [null, 90] },
		name: { id: 'Median waktu terbit PBG', en: 'Median time to issue a building approval' },
		definition: {
			id: 'Separuh Persetujuan Bangunan Gedung yang terbit pada bulan itu selesai dalam hari kerja sebanyak ini atau lebih cepat.',
			en: 'Half of the building approvals issued in the month took this many working days or fewer.'
		},
		numerator: NO_TEXT,
		denominator: NO_TEXT,
		method: ENTERED_MEDIAN_METHOD,
		standard: {
			value: null,
			text: { id: '28 hari kerja', en: '28 working days' },
			source: 'PP 16/2021',
			sourceStatus: 'recalled'
		}
	},
	{
		...common,
		code: 'IZN-NIB',
		key: 304,
		service: 'NIB',
		kind: 'count',
		direction: 'neutral',
		unit: 'licences',
		decimals: 0,
		range: { hard: [0, 100_000] },
		name: { id: 'NIB terbit', en: 'Business numbers issued' },
		definition: {
			id: 'Jumlah Nomor Induk Berusaha yang terbit pada bulan itu. Besarnya mengikuti ukuran ekonomi daerah, jadi tidak menunjukkan baik atau buruk.',
			en: 'Number of business identification numbers issued in the month. It follows the size of the economy and says nothing about good or bad.'
		},
		numerator: { id: 'NIB yang terbit pada bulan itu', en: 'Business numbers issued in the month' },
		denominator: NO_TEXT,
		method: COUNT_METHOD,
		standard: NO_STANDARD
	},
	{
		...common,
		code: 'IZN-MPP',
		key: 305,
		service: 'MPP',
		kind: 'count',
		direction: 'higher',
		unit: 'services',
		decimals: 0,
		range: { hard: [0, 1500] },
		name: { id: 'Layanan aktif di MPP', en: 'Services active in the public service mall' },
		definition: {
			id: 'Jumlah jenis layanan yang dapat diurus di Mal Pelayanan Publik pada akhir bulan.',
			en: 'Number of kinds of service available in the public service mall at the end of the month.'
		},
		numerator: {
			id: 'Jenis layanan yang aktif pada akhir bulan',
			en: 'Kinds of service active at the end of the month'
		},
		denominator: NO_TEXT,
		method: MONTH_END_METHOD,
		standard: NO_STANDARD
	}
];
