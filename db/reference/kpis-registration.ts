import { type KpiDefinition, NO_STANDARD, NO_TEXT } from './kpi.ts';
import { COVERAGE_METHOD, MONTH_END_METHOD, RATIO_METHOD } from './kpi-methods.ts';

const common = {
	group: 'civil_registration',
	family: 'OTHER',
	decimals: 1
} as const;

/** Civil registration KPIs over all services together. */
export const registrationKpis: readonly KpiDefinition[] = [
	{
		...common,
		code: 'ADM-COV-ALL',
		key: 148,
		service: null,
		family: 'COV',
		kind: 'proportion',
		derivation: 'coverage',
		direction: 'higher',
		unit: 'percent',
		range: { hard: [0, 100] },
		name: {
			id: 'Cakupan kecamatan: paket lengkap enam layanan',
			en: 'District coverage: full package of six services'
		},
		definition: {
			id: 'Bagian kecamatan yang menyediakan keenam layanan (perekaman KTP-el pemula, pencetakan KTP-el, pembaruan KK, akta kelahiran, akta kematian, KIA) di tempat.',
			en: 'The share of districts where all six services (first-time e-KTP enrolment, e-KTP printing, family card update, birth certificate, death certificate, child identity card) are given on the spot.'
		},
		numerator: {
			id: 'Kecamatan dengan loket penuh atau loket terbatas untuk keenam layanan pada hari terakhir bulan itu',
			en: 'Districts with a full or limited counter for all six services on the last day of the month'
		},
		denominator: {
			id: 'Jumlah kecamatan daerah itu pada bulan yang sama',
			en: 'Number of districts of the region in that month'
		},
		method: COVERAGE_METHOD,
		standard: NO_STANDARD
	},
	{
		...common,
		code: 'ADM-BLG',
		key: 181,
		service: null,
		kind: 'count',
		derivation: 'turnaround_total',
		direction: 'lower',
		unit: 'requests',
		decimals: 0,
		range: { hard: [0, 500_000] },
		name: { id: 'Permohonan tertunda lebih dari 7 hari', en: 'Requests pending over 7 days' },
		definition: {
			id: 'Jumlah permohonan adminduk yang pada akhir bulan belum selesai lebih dari tujuh hari kalender, dari seluruh layanan yang dilaporkan. Dibaca bersama waktu penyelesaian: angka permohonan yang selesai tampak membaik bila kasus lama dibiarkan terbuka. Besarnya mengikuti jumlah penduduk.',
			en: 'Number of civil registration requests open for more than seven calendar days at the end of the month, over all services reported. Read it with the turnaround: figures on finished requests look better when old cases are left open. It follows the size of the population.'
		},
		numerator: {
			id: 'Permohonan yang belum selesai lebih dari 7 hari kalender pada akhir bulan',
			en: 'Requests open for more than 7 calendar days at the end of the month'
		},
		denominator: NO_TEXT,
		method: MONTH_END_METHOD,
		standard: {
			value: null,
			text: {
				id: 'Tidak ada ketentuan hukum; sasaran yang wajar adalah nol',
				en: 'No legal standard; the sensible aim is zero'
			},
			source: '',
			sourceStatus: 'none'
		}
	},
	{
		...common,
		code: 'ADM-DIG',
		key: 182,
		service: null,
		kind: 'proportion',
		derivation: 'turnaround_total',
		direction: 'higher',
		unit: 'percent',
		range: { hard: [0, 100] },
		name: { id: 'Porsi permohonan daring', en: 'Share of requests filed online' },
		definition: {
			id: 'Bagian permohonan adminduk yang masuk lewat kanal daring, dari seluruh layanan yang dilaporkan.',
			en: 'The share of civil registration requests filed through an online channel, over all services reported.'
		},
		numerator: {
			id: 'Permohonan yang masuk lewat kanal daring pada bulan itu',
			en: 'Requests filed online in the month'
		},
		denominator: {
			id: 'Seluruh permohonan yang masuk pada bulan itu',
			en: 'All requests received in the month'
		},
		method: RATIO_METHOD,
		standard: {
			value: null,
			text: {
				id: 'Permendagri 7/2019 mengatur layanan adminduk daring tanpa menetapkan angka',
				en: 'Permendagri 7/2019 governs online civil registration without setting a figure'
			},
			source: 'Permendagri 7/2019',
			sourceStatus: 'verified'
		}
	},
	{
		...common,
		code: 'ADM-REJ',
		key: 183,
		service: null,
		kind: 'proportion',
		derivation: 'turnaround_total',
		direction: 'lower',
		unit: 'percent',
		range: { hard: [0, 100], warn: [null, 40] },
		name: { id: 'Porsi permohonan dikembalikan', en: 'Share of requests returned' },
		definition: {
			id: 'Bagian permohonan adminduk yang dikembalikan atau ditolak, umumnya karena berkas belum lengkap, dari seluruh layanan yang dilaporkan.',
			en: 'The share of civil registration requests returned or refused, mostly for an incomplete file, over all services reported.'
		},
		numerator: {
			id: 'Permohonan yang dikembalikan atau ditolak pada bulan itu',
			en: 'Requests returned or refused in the month'
		},
		denominator: {
			id: 'Seluruh permohonan yang masuk pada bulan itu',
			en: 'All requests received in the month'
		},
		method: RATIO_METHOD,
		standard: NO_STANDARD
	}
];
