import { type KpiDefinition, NO_STANDARD, NO_TEXT, type Standard } from './kpi.ts';
import {
	BUCKET_METHOD,
	COVERAGE_METHOD,
	ENTERED_MEDIAN_METHOD,
	RATIO_METHOD
} from './kpi-methods.ts';

const common = { group: 'education', family: 'OTHER', derivation: 'entered' } as const;

const LOCAL_STANDARD: Standard = {
	value: null,
	text: { id: 'Standar pelayanan setempat', en: 'Local service standard' },
	source: 'UU 25/2009',
	sourceStatus: 'recalled'
};

/** KPIs of the education agency. */
export const educationKpis: readonly KpiDefinition[] = [
	{
		...common,
		code: 'DIK-LEG',
		key: 501,
		service: 'LEG',
		kind: 'distribution',
		direction: 'lower',
		unit: 'hours',
		decimals: 1,
		range: { hard: [0, 720], warn: [0.1, 72] },
		name: { id: 'Median waktu legalisasi ijazah', en: 'Median diploma legalisation time' },
		definition: {
			id: 'Separuh permohonan legalisasi ijazah yang selesai pada bulan itu diselesaikan dalam waktu ini atau lebih cepat.',
			en: 'Half of the diploma legalisations finished in the month took this long or less.'
		},
		numerator: NO_TEXT,
		denominator: {
			id: 'Legalisasi ijazah yang selesai pada bulan itu',
			en: 'Diploma legalisations finished in the month'
		},
		method: BUCKET_METHOD,
		standard: LOCAL_STANDARD
	},
	{
		...common,
		code: 'DIK-MUT',
		key: 502,
		service: 'MUT',
		kind: 'index',
		direction: 'lower',
		unit: 'working_days',
		decimals: 1,
		range: { hard: [0, 60], warn: [null, 14] },
		name: { id: 'Median waktu mutasi siswa', en: 'Median pupil transfer time' },
		definition: {
			id: 'Separuh permohonan mutasi siswa yang selesai pada bulan itu ditangani dalam hari kerja sebanyak ini atau lebih cepat.',
			en: 'Half of the pupil transfers finished in the month took this many working days or fewer.'
		},
		numerator: NO_TEXT,
		denominator: NO_TEXT,
		method: ENTERED_MEDIAN_METHOD,
		standard: LOCAL_STANDARD
	},
	{
		...common,
		code: 'DIK-APS',
		key: 503,
		service: 'SPM',
		kind: 'proportion',
		direction: 'higher',
		unit: 'percent',
		decimals: 1,
		range: { hard: [0, 100], warn: [70, null] },
		name: { id: 'Anak 7–15 tahun bersekolah', en: 'School participation, age 7–15' },
		definition: {
			id: 'Bagian anak berusia 7–15 tahun yang bersekolah, per semester.',
			en: 'The share of children aged 7–15 in school, by semester.'
		},
		numerator: {
			id: 'Anak berusia 7–15 tahun yang bersekolah',
			en: 'Children aged 7–15 in school'
		},
		denominator: { id: 'Anak berusia 7–15 tahun', en: 'Children aged 7–15' },
		method: RATIO_METHOD,
		standard: {
			value: null,
			text: { id: '100% (SPM pendidikan)', en: '100% (minimum standard for education)' },
			source: 'PP 2/2018',
			sourceStatus: 'recalled'
		}
	},
	{
		...common,
		code: 'DIK-COV',
		key: 504,
		service: 'SMPN',
		family: 'COV',
		kind: 'proportion',
		derivation: 'coverage',
		direction: 'higher',
		unit: 'percent',
		decimals: 1,
		range: { hard: [0, 100] },
		name: {
			id: 'Cakupan kecamatan: SMP negeri',
			en: 'District coverage: state junior secondary school'
		},
		definition: {
			id: 'Bagian kecamatan yang memiliki sedikitnya satu SMP negeri.',
			en: 'The share of districts with at least one state junior secondary school.'
		},
		numerator: {
			id: 'Kecamatan dengan sedikitnya satu SMP negeri pada hari terakhir bulan itu',
			en: 'Districts with at least one state junior secondary school on the last day of the month'
		},
		denominator: {
			id: 'Jumlah kecamatan daerah itu pada bulan yang sama',
			en: 'Number of districts of the region in that month'
		},
		method: COVERAGE_METHOD,
		standard: NO_STANDARD
	}
];
