import type { FormValues } from '#lib/http/form.ts';
import { normaliseHeader } from '#lib/spreadsheets/header-name.ts';
import type { Cell } from '#lib/spreadsheets/table.ts';
import {
	type ChoiceGroup,
	type ImportColumn,
	type ImportColumnKind,
	importColumns,
	PLACE_COLUMNS
} from './import-columns.ts';

/** One write-up of a file by the names of its columns: cells, or values of JSON. */
export type ImportRecord = ReadonlyMap<string, unknown>;

/** The code that a word of a choice stands for; the word itself when it stands for none. */
export type CodeOf = (group: ChoiceGroup, word: string) => string;

const COLUMN_BY_HEADER = new Map(
	[
		...importColumns.map(({ name, synonyms }) => ({ name, synonyms })),
		...Object.entries(PLACE_COLUMNS).map(([name, synonyms]) => ({ name, synonyms }))
	].flatMap(({ name, synonyms }) =>
		[normaliseHeader(name), ...synonyms].map((header) => [header, name] as const)
	)
);

/** The column that a header names in English or Indonesian; null for one that is not read. */
export function columnOfHeader(header: string): string | null {
	return COLUMN_BY_HEADER.get(normaliseHeader(header)) ?? null;
}

/** A row of a table by the names of its columns; of two columns with one name the first counts. */
export function recordOfCells(
	columns: readonly (string | null)[],
	cells: readonly Cell[]
): ImportRecord {
	const record = new Map<string, unknown>();
	for (const [i, name] of columns.entries()) {
		if (name !== null && !record.has(name)) record.set(name, cells[i] ?? null);
	}
	return record;
}

/** The members of the API's document that say where and how it is stored, not what it says. */
const STORED = new Set([
	...['slug', 'state', 'validation', 'version', 'is_sample', 'region_name', 'started_precision'],
	...['confirmed_on', 'published_at', 'updated_at', 'verified_by_regions', 'withheld_sections'],
	...['replicated_by_regions', 'highlights', 'facts', 'sections', 'peer_reviews']
]);

/**
 * A write-up in JSON by the names of its columns, as `GET /innovations/{slug}` and `export` write
 * it, or flat with the columns of a table; with the members that are not read.
 */
export function recordOfDocument(document: object): { record: ImportRecord; unread: string[] } {
	const { facts, sections, ...head } = document as Record<string, unknown>;
	const members = { ...head, ...(isObject(facts) && facts), ...sectionMembers(sections) };
	const record = new Map<string, unknown>();
	const unread: string[] = [];
	for (const [member, value] of Object.entries(members)) {
		const name = columnOfHeader(member);
		if (name !== null) record.set(name, value);
		else if (!STORED.has(member)) unread.push(member);
	}
	const started = record.get('started_on');
	if (typeof started === 'string') record.set('started_on', asExact(started, document));
	const agency = record.get('agency');
	if (isObject(agency)) record.set('agency', agency.id);
	return { record, unread };
}

function sectionMembers(sections: unknown): Record<string, unknown> {
	if (!Array.isArray(sections)) return {};
	return Object.fromEntries(
		sections.filter(isObject).flatMap((section) =>
			Object.entries({
				id: section.markdown_id,
				en: section.markdown_en,
				knowledge: section.knowledge,
				// One that everyone may read needs no word for it.
				...(section.visibility !== 'public' && { visibility: section.visibility })
			}).map(([part, value]) => [`section_${String(section.key)}_${part}`, value])
		)
	);
}

/** A year is stored as its first day; the form shows no more than is known. */
function asExact(started: string, document: object): string {
	const { started_precision: precision } = document as Record<string, unknown>;
	return started.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10);
}

/** What the form would send of a row; what has the wrong type is left for the schema to refuse. */
export function formValuesOf(record: ImportRecord, codeOf: CodeOf): FormValues {
	const values: Record<string, unknown> = {};
	for (const column of importColumns) {
		const value = record.get(column.name);
		if (value === undefined || value === null || value === '') continue;
		Object.assign(values, READERS[column.kind](column, value, codeOf));
	}
	return values as FormValues; // every member is checked by the form's schema
}

type Reader = (column: ImportColumn, value: unknown, codeOf: CodeOf) => Record<string, unknown>;

const READERS: Readonly<Record<ImportColumnKind, Reader>> = {
	text: ({ fields: [field], group }, value, codeOf) => ({
		[field]: coded(group, textOf(value), codeOf)
	}),
	list: ({ fields: [field], group }, value, codeOf) => ({
		[field]: listOf(value).map((item) => coded(group, textOf(codeMember(item)), codeOf))
	}),
	yes_no: ({ fields: [field] }, value) => ({ [field]: yesNoOf(value) }),
	rows: ({ fields, members = [] }, value) => {
		const lines = linesOf(value).map((line) => cellsOf(line, members));
		return Object.fromEntries(fields.map((field, i) => [field, lines.map((cells) => cells[i])]));
	},
	flag: ({ fields: [field], sets }, value) => (value === sets ? { [field]: 'on' } : {})
};

function coded(group: ChoiceGroup | undefined, value: unknown, codeOf: CodeOf): unknown {
	return group !== undefined && typeof value === 'string' ? codeOf(group, value.trim()) : value;
}

/** Codes, parted by commas, semicolons or lines where they stand in one cell. */
function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	return String(textOf(value))
		.split(/[,;\n]/)
		.map((item) => item.trim())
		.filter((item) => item !== '');
}

/** The API writes a KPI with the month of its launch. */
function codeMember(item: unknown): unknown {
	return isObject(item) && 'code' in item ? item.code : item;
}

/** In a cell each member is a line: `publisher | title | 2025-05-28 | note`. */
function linesOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	return String(textOf(value))
		.split('\n')
		.filter((line) => line.trim() !== '');
}

function cellsOf(line: unknown, members: readonly string[]): unknown[] {
	if (isObject(line)) return members.map((member) => textOf(line[member] ?? ''));
	const cells = String(textOf(line)).split('|');
	return members.map((member, i) => {
		const cell = (cells[i] ?? '').trim();
		return member === 'adaptable' ? yesNoOf(cell) : cell;
	});
}

const YES = ['1', 'true', 'yes', 'ya', 'y'];
const NO = ['0', 'false', 'no', 'tidak', 't'];

function yesNoOf(value: unknown): unknown {
	const word = String(textOf(value)).trim().toLowerCase();
	return YES.includes(word) ? '1' : NO.includes(word) ? '0' : value;
}

function textOf(value: unknown): unknown {
	if (typeof value === 'number') return String(value);
	return typeof value === 'boolean' ? (value ? '1' : '0') : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
