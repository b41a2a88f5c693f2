import { normaliseHeader } from '#lib/spreadsheets/header-name.ts';

/** What a column of a file may hold, by the names of the API's rows. */
export const importFields = [
	'kpi',
	'region',
	'period',
	'numerator',
	'denominator',
	'value',
	'bucket_1',
	'bucket_2',
	'bucket_3',
	'bucket_4',
	'bucket_5',
	'received',
	'returned',
	'backlog',
	'online',
	'median_hours',
	'p90_hours',
	'note',
	'reason'
] as const;
export type ImportField = (typeof importFields)[number];

/** Which field each column of a file holds, in the file's order; null columns are not read. */
export type ColumnMapping = readonly (ImportField | null)[];

/** Without these, a row does not say what it is about. The region may be the importer's own. */
const NEEDED = ['kpi', 'period'] as const satisfies readonly ImportField[];

/** How people name the columns, beside the API's own names. In lower case, without marks. */
const SYNONYMS: Readonly<Record<ImportField, readonly string[]>> = {
	kpi: ['kode kpi', 'kpi code', 'indikator', 'kode indikator', 'indicator', 'indicator code'],
	region: ['daerah', 'kode daerah', 'wilayah', 'kode wilayah', 'region code', 'kode kemendagri'],
	period: ['bulan', 'periode', 'month', 'bulan data', 'masa'],
	numerator: ['pembilang', 'num'],
	denominator: ['penyebut', 'den'],
	value: ['nilai', 'skor', 'score', 'indeks', 'index'],
	bucket_1: ['bucket1', 'kelompok 1', 'sampai 1 jam', '1 jam', 'up to 1 hour', 'within 1 hour'],
	bucket_2: ['bucket2', 'kelompok 2', '1 24 jam', '1 jam 24 jam', '1 24 hours', '24 jam'],
	bucket_3: ['bucket3', 'kelompok 3', '1 3 hari', '24 jam 3 hari', '1 3 days', '3 hari'],
	bucket_4: ['bucket4', 'kelompok 4', '3 7 hari', '3 7 days', '7 hari'],
	bucket_5: ['bucket5', 'kelompok 5', 'lebih dari 7 hari', 'over 7 days', 'more than 7 days'],
	received: ['masuk', 'diterima', 'permohonan masuk', 'requests received'],
	returned: ['dikembalikan', 'ditolak', 'berkas dikembalikan', 'returned or refused'],
	backlog: ['tertunda', 'tertunda 7 hari', 'tunggakan', 'pending', 'pending over 7 days'],
	online: ['daring', 'lewat daring', 'kanal daring', 'filed online'],
	median_hours: ['median jam', 'median', 'median in hours'],
	p90_hours: ['p90 jam', 'p90', 'p90 in hours'],
	note: ['catatan', 'keterangan', 'notes', 'remark'],
	reason: ['alasan', 'alasan perubahan', 'reason for change']
};

const FIELD_BY_NAME = new Map<string, ImportField>(
	importFields.flatMap((field) =>
		[field.replaceAll('_', ' '), ...SYNONYMS[field]].map((name) => [name, field] as const)
	)
);

/**
 * Guesses what each column holds from its header: as it was mapped before, else by its name in
 * English or Indonesian. A field is taken once; a column that says nothing known is not read.
 * @param remembered fields by normalised header; null where people chose not to read the column
 */
export function guessMapping(
	headers: readonly string[],
	remembered: ReadonlyMap<string, ImportField | null> = new Map()
): ColumnMapping {
	const taken = new Set<ImportField>();
	return headers.map((header) => {
		const name = normaliseHeader(header);
		const known = remembered.get(name);
		const field = known === undefined ? (FIELD_BY_NAME.get(name) ?? null) : known;
		if (field === null || taken.has(field)) return null;
		taken.add(field);
		return field;
	});
}

/** Fields that two columns claim, and needed ones that no column holds. */
export function mappingProblems(mapping: ColumnMapping): {
	readonly repeated: ImportField[];
	readonly missing: ImportField[];
} {
	const used = mapping.filter((field) => field !== null);
	return {
		repeated: [...new Set(used.filter((field, i) => used.indexOf(field) !== i))],
		missing: NEEDED.filter((field) => !used.includes(field))
	};
}

/** Whether a text names a field. */
export function isImportField(text: string): text is ImportField {
	return importFields.some((field) => field === text);
}
