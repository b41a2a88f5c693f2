import { factRows, type FactRowsKey } from './fact-fields.ts';
import { RESTRICTABLE, RESTRICTED_FIELD } from './restricted.ts';
import { sectionField } from './publishable.ts';
import { writtenSections } from './sections.ts';

/** How a column of a file of write-ups is read. */
export type ImportColumnKind = 'text' | 'list' | 'yes_no' | 'rows' | 'flag';

/** A column of a file of write-ups: a field of the form under the name the API gives it. */
export interface ImportColumn {
	readonly name: string;
	/** The field of the form; of rows each member's field, in the order of a line. */
	readonly fields: readonly [string, ...string[]];
	readonly kind: ImportColumnKind;
	/** How people name it in Indonesian, in lower case. */
	readonly synonyms: readonly string[];
	/** The messages of a choice, `innovation.<group>.<value>`: its words stand for its codes. */
	readonly group?: ChoiceGroup;
	/** Of rows: the names of their members in the API. */
	readonly members?: readonly string[];
	/** Of a flag: the value that sets it; any other leaves it out. */
	readonly sets?: string;
}

export const CHOICE_GROUPS = [
	'kind',
	'form',
	'stage',
	'sustainability',
	'difficulty',
	'affair',
	'initiator',
	'target',
	'funding'
] as const;
export type ChoiceGroup = (typeof CHOICE_GROUPS)[number];

/** Whose write-up a row is: the code of a region, and an agency of it by its id or a name. */
export const PLACE_COLUMNS = {
	region: ['daerah', 'kode daerah', 'kode wilayah'],
	agency: ['perangkat daerah', 'opd', 'dinas']
} as const;

const column =
	(kind: ImportColumnKind) =>
	(
		name: string,
		field: string,
		synonyms: readonly string[],
		group?: ChoiceGroup
	): ImportColumn => ({
		name,
		fields: [field],
		kind,
		synonyms,
		...(group && { group })
	});
const text = column('text');
const list = column('list');
const yesNo = column('yes_no');

const rows = (
	key: FactRowsKey,
	members: readonly string[],
	synonyms: readonly string[]
): ImportColumn => {
	const [first, ...others] = factRows[key].columns.map(({ name }) => name);
	if (first === undefined) throw new Error(`${key} has no columns`);
	return { name: key, fields: [first, ...others], kind: 'rows', synonyms, members };
};

/** In Indonesian as the write-up names its sections. */
const SECTION_NAMES: Readonly<Record<(typeof writtenSections)[number], string>> = {
	summary: 'bagian ringkasan',
	background: 'latar belakang dan masalah',
	objectives: 'tujuan dan sasaran',
	novelty: 'kebaruan',
	design: 'rancang bangun dan cara kerja',
	steps: 'tahapan pelaksanaan',
	resources: 'sumber daya',
	results: 'hasil dan dampak',
	lessons: 'kendala dan pelajaran',
	replication: 'prasyarat dan langkah replikasi',
	sustainability: 'strategi keberlanjutan',
	evidence: 'dasar hukum dan bukti dukung'
};

const sectionColumns: readonly ImportColumn[] = writtenSections.flatMap((key) => [
	text(`section_${key}_id`, sectionField(key, 'id'), [SECTION_NAMES[key]]),
	text(`section_${key}_en`, sectionField(key, 'en'), [`${SECTION_NAMES[key]} inggris`]),
	{
		name: `section_${key}_knowledge`,
		fields: [`${key}_unknown`],
		kind: 'flag',
		synonyms: [],
		sets: 'not_yet_known'
	}
]);

/** All that a file of write-ups may hold beside the place, in the order of the form. */
export const importColumns: readonly ImportColumn[] = [
	text('title_id', 'titleId', ['judul']),
	text('title_en', 'titleEn', ['judul inggris']),
	text('summary_id', 'summaryId', ['ringkasan singkat', 'ringkasan']),
	text('summary_en', 'summaryEn', ['ringkasan inggris']),
	text('kind', 'kind', ['jenis'], 'kind'),
	text('form', 'form', ['bentuk'], 'form'),
	text('stage', 'stage', ['tahapan'], 'stage'),
	text('sustainability', 'sustainability', ['status'], 'sustainability'),
	text('started_on', 'started', ['mulai', 'mulai berjalan']),
	text('website', 'website', ['situs', 'laman']),
	yesNo('needs_delegation', 'needsDelegation', ['pelimpahan kewenangan']),
	text('difficulty', 'difficulty', ['tingkat kesulitan'], 'difficulty'),
	text('staff_count', 'staffCount', ['jumlah pegawai', 'jumlah sdm']),
	text('annual_budget_rupiah', 'annualBudgetRupiah', ['anggaran per tahun', 'anggaran tahunan']),
	list('sdgs', 'sdgs', ['tpb']),
	list('services', 'services', ['layanan']),
	list('kpis', 'kpis', ['indikator']),
	{
		name: 'sources',
		fields: ['sourcePublisher', 'sourceTitle', 'sourceDay', 'sourceNote'],
		kind: 'rows',
		synonyms: ['sumber'],
		members: ['publisher', 'title', 'published_on', 'note']
	},
	text('short_name', 'shortName', ['nama singkat']),
	text('affair', 'affair', ['urusan utama', 'urusan'], 'affair'),
	list('other_affairs', 'otherAffairs', ['urusan lain'], 'affair'),
	text('initiator', 'initiator', ['inisiator'], 'initiator'),
	list('target_groups', 'targetGroups', ['kelompok sasaran'], 'target'),
	text('beneficiary_count', 'beneficiaryCount', ['jumlah penerima manfaat']),
	text('beneficiary_basis', 'beneficiaryBasis', ['dasar hitung']),
	text('initial_budget_rupiah', 'initialBudgetRupiah', ['anggaran awal']),
	list('funding_sources', 'fundingSources', ['sumber dana'], 'funding'),
	text('equipment', 'equipment', ['peralatan']),
	text('system_licence', 'systemLicence', ['lisensi sistem']),
	yesNo('system_shareable', 'systemShareable', ['sistem dapat dibagi']),
	text('min_months', 'minMonths', ['waktu minimal bulan']),
	text('min_cost_rupiah', 'minCostRupiah', ['biaya minimal']),
	text('video_url', 'videoUrl', ['video']),
	text('contact_position', 'contactPosition', ['narahubung', 'jabatan narahubung']),
	text('contact_email', 'contactEmail', ['email narahubung']),
	text('contact_phone', 'contactPhone', ['telepon narahubung']),
	rows('steps', ['stage', 'on', 'text_id', 'text_en'], ['linimasa']),
	rows(
		'results',
		[
			...['kpi', 'label_id', 'label_en', 'before', 'before_period'],
			...['after', 'after_period', 'source']
		],
		['hasil yang diukur']
	),
	rows('requirements', ['kind', 'text_id', 'text_en', 'adaptable'], ['prasyarat replikasi']),
	rows('regulations', ['kind', 'number', 'year', 'about'], ['dasar hukum']),
	rows('awards', ['name', 'year', 'level'], ['penghargaan']),
	...sectionColumns,
	{
		name: `section_${RESTRICTABLE}_visibility`,
		fields: [RESTRICTED_FIELD],
		kind: 'flag',
		synonyms: [],
		sets: 'governments'
	}
];

/** Without these a row is no write-up, whatever else it holds. */
export const NEEDED_COLUMNS: readonly string[] = ['region', 'title_id', 'summary_id'];
