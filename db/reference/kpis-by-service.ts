import {
	type Bilingual,
	type KpiDefinition,
	NO_STANDARD,
	NO_TEXT,
	type Standard,
	type ValueRange
} from './kpi.ts';
import { BUCKET_METHOD, COUNT_METHOD, COVERAGE_METHOD, RATIO_METHOD } from './kpi-methods.ts';
import { TURNAROUND_SERVICES, type TurnaroundService } from './services.ts';

/** Hours in 90 days: nothing that is still running belongs in the month's finished requests. */
const LONGEST_HOURS = 2160;

const phrases: Record<TurnaroundService, Bilingual> = {
	REK: { id: 'perekaman KTP-el pemula', en: 'first-time e-KTP enrolment' },
	KTP: { id: 'pencetakan KTP-el', en: 'e-KTP card printing' },
	KK: { id: 'pembaruan Kartu Keluarga', en: 'family card update' },
	AKL: { id: 'akta kelahiran', en: 'birth certificate' },
	AKM: { id: 'akta kematian', en: 'death certificate' },
	KIA: { id: 'Kartu Identitas Anak', en: 'child identity card' },
	PDG: { id: 'pindah datang', en: 'change of residence' }
};

/** Medians above these hours need a note. */
const warnHours: Record<TurnaroundService, number> = {
	REK: 24,
	KTP: 72,
	KK: 72,
	AKL: 72,
	AKM: 72,
	KIA: 120,
	PDG: 72
};

/** The services that the minister named when he announced the one-hour principle in 2018. */
const ANNOUNCED = new Set<TurnaroundService>(['KTP', 'KK', 'AKL', 'AKM']);

/** Turnaround, share within 24 hours, coverage and volume of one service. */
type Build = (service: TurnaroundService, key: number) => KpiDefinition;

const turnaround: Build = (service, key) => ({
	code: `ADM-TAT-${service}`,
	key,
	group: 'civil_registration',
	service,
	family: 'TAT',
	kind: 'distribution',
	derivation: 'turnaround',
	direction: 'lower',
	unit: 'hours',
	decimals: 1,
	range: { hard: [0, LONGEST_HOURS], warn: [0.1, warnHours[service]] },
	name: {
		id: `Median waktu penyelesaian ${phrases[service].id}`,
		en: `Median turnaround time: ${phrases[service].en}`
	},
	definition: {
		id: `Waktu yang umumnya dialami pemohon: separuh permohonan ${phrases[service].id} yang selesai pada bulan itu diselesaikan dalam waktu ini atau lebih cepat. ${clock(service).id}`,
		en: `What an applicant typically experiences: half of the requests (${phrases[service].en}) finished in the month took this long or less. ${clock(service).en}`
	},
	numerator: NO_TEXT,
	denominator: {
		id: `Permohonan ${phrases[service].id} yang selesai pada bulan itu`,
		en: `Requests finished in the month (${phrases[service].en})`
	},
	method: BUCKET_METHOD,
	standard: promise(service)
});

const withinDay: Build = (service, key) => ({
	code: `ADM-SLA-${service}`,
	key,
	group: 'civil_registration',
	service,
	family: 'SLA',
	kind: 'proportion',
	derivation: 'turnaround',
	direction: 'higher',
	unit: 'percent',
	decimals: 1,
	range: { hard: [0, 100], warn: [40, null] },
	name: {
		id: `Persentase ${phrases[service].id} selesai dalam 24 jam`,
		en: `Finished within 24 hours: ${phrases[service].en}`
	},
	definition: {
		id: `Bagian permohonan ${phrases[service].id} yang selesai paling lama 24 jam. ${clock(service).id}`,
		en: `The share of requests (${phrases[service].en}) finished in 24 hours or less. ${clock(service).en}`
	},
	numerator: {
		id: `Permohonan ${phrases[service].id} yang selesai paling lama 24 jam sejak berkas lengkap (dua kelompok waktu pertama)`,
		en: `Requests finished within 24 hours of a complete file (the first two duration buckets): ${phrases[service].en}`
	},
	denominator: {
		id: `Seluruh permohonan ${phrases[service].id} yang selesai pada bulan itu`,
		en: `All requests finished in the month: ${phrases[service].en}`
	},
	method: RATIO_METHOD,
	standard: promise(service)
});

const coverage: Build = (service, key) => ({
	code: `ADM-COV-${service}`,
	key,
	group: 'civil_registration',
	service,
	family: 'COV',
	kind: 'proportion',
	derivation: 'coverage',
	direction: 'higher',
	unit: 'percent',
	decimals: 1,
	range: PERCENT,
	name: {
		id: `Cakupan kecamatan: ${phrases[service].id}`,
		en: `District coverage: ${phrases[service].en}`
	},
	definition: {
		id: `Bagian kecamatan yang menyediakan layanan ${phrases[service].id} di tempat, dengan loket penuh atau loket terbatas (sedikitnya satu hari layanan per minggu).`,
		en: `The share of districts where the service (${phrases[service].en}) is given on the spot, at a full counter or a limited one (at least one service day a week).`
	},
	numerator: {
		id: 'Kecamatan dengan loket penuh atau loket terbatas pada hari terakhir bulan itu',
		en: 'Districts with a full or limited counter on the last day of the month'
	},
	denominator: {
		id: 'Jumlah kecamatan daerah itu pada bulan yang sama',
		en: 'Number of districts of the region in that month'
	},
	method: COVERAGE_METHOD,
	standard: NO_STANDARD
});

const volume: Build = (service, key) => ({
	code: `ADM-VOL-${service}`,
	key,
	group: 'civil_registration',
	service,
	family: 'VOL',
	kind: 'count',
	derivation: 'turnaround',
	direction: 'neutral',
	unit: 'requests',
	decimals: 0,
	range: { hard: [0, 500_000] },
	name: {
		id: `Volume ${phrases[service].id}`,
		en: `Requests finished: ${phrases[service].en}`
	},
	definition: {
		id: `Jumlah permohonan ${phrases[service].id} yang selesai pada bulan itu. Besarnya mengikuti jumlah penduduk, jadi tidak menunjukkan baik atau buruk.`,
		en: `Number of requests (${phrases[service].en}) finished in the month. It follows the size of the population and says nothing about good or bad.`
	},
	numerator: {
		id: `Permohonan ${phrases[service].id} yang selesai pada bulan itu`,
		en: `Requests finished in the month: ${phrases[service].en}`
	},
	denominator: NO_TEXT,
	method: COUNT_METHOD,
	standard: NO_STANDARD
});

const PERCENT: ValueRange = { hard: [0, 100] };

function clock(service: TurnaroundService): Bilingual {
	const end: Bilingual =
		service === 'REK'
			? { id: 'perekaman selesai', en: 'the finished enrolment' }
			: { id: 'dokumen terbit', en: 'the issued document' };
	return {
		id: `Waktu dihitung sejak berkas lengkap sampai ${end.id}, bukan sampai diambil pemohon; hari libur daerah itu tidak dihitung.`,
		en: `The clock runs from a complete file to ${end.en}, not to its collection, and skips the region's non-working days.`
	};
}

function promise(service: TurnaroundService): Standard {
	const pledge: Bilingual = {
		id: 'Janji layanan 24 jam sejak berkas lengkap (Permendagri 19/2018)',
		en: 'Service promise of 24 hours from a complete file (Permendagri 19/2018)'
	};
	if (!ANNOUNCED.has(service)) {
		return {
			value: null,
			text: pledge,
			source: 'Permendagri 19/2018',
			sourceStatus: 'recalled'
		};
	}
	return {
		value: null,
		text: {
			id: `${pledge.id}; Menteri Dalam Negeri menyebut prinsip satu jam dan paling lama satu hari pada 2018`,
			en: `${pledge.en}; in 2018 the Minister of Home Affairs stated a principle of one hour and at most one day`
		},
		source: 'Permendagri 19/2018; Kompas 4 April 2018, Tempo 9 April 2018, Tirto 2 Juli 2018',
		sourceStatus: 'secondary'
	};
}

/** A family's KPIs have keys from `firstKey` on, in the order of the services. */
function family(build: Build, firstKey: number): KpiDefinition[] {
	return TURNAROUND_SERVICES.map((service, i) => build(service, firstKey + i));
}

export const turnaroundKpis = family(turnaround, 101);
export const withinDayKpis = family(withinDay, 121);
export const coverageKpis = family(coverage, 141);
export const volumeKpis = family(volume, 161);
