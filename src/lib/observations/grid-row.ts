import type { FieldProblem } from '#lib/core/errors.ts';
import type { EnteredParts } from './derive-entered.ts';
import { type Reading, readNumber } from './number-input.ts';
import {
	type EntryField,
	fieldsOf,
	mayHaveNoCases,
	noParts,
	partsFor,
	type Presence,
	presences,
	requiredFields,
	type RowKpi
} from './row-kind.ts';

/** The columns of the three tables of a month: the KPIs of one table are typed alike. */
export const gridColumns = {
	turnaround: [
		'received',
		'online',
		'returned',
		'completed',
		'bucket1',
		'bucket2',
		'bucket3',
		'bucket4',
		'bucket5',
		'backlog',
		'pending',
		'medianHours',
		'p90Hours'
	],
	duration: ['bucket1', 'bucket2', 'bucket3', 'bucket4', 'bucket5', 'medianHours'],
	ratio: ['numerator', 'denominator', 'value']
} as const satisfies Readonly<Record<string, readonly EntryField[]>>;
export type GridTable = keyof typeof gridColumns;
export const gridTables = ['turnaround', 'ratio', 'duration'] as const;

/** The table a KPI is typed in. */
export function tableOf({ kind, derivation }: RowKpi): GridTable {
	if (derivation === 'turnaround') return 'turnaround';
	return kind === 'distribution' ? 'duration' : 'ratio';
}

/** The texts of a row, by the names of its form: its figures, what it says, and the note. */
export type RowTexts = Readonly<Record<string, string>>;

/** A stored row as texts, decimals as the language writes them. */
export function textsOf(
	kpi: RowKpi,
	row: { readonly parts: EnteredParts; readonly presence: Presence; readonly note: string },
	comma: boolean
): RowTexts {
	const write = (value: number | null | undefined) => {
		const text = value === null || value === undefined ? '' : String(value);
		return comma ? text.replace('.', ',') : text;
	};
	const figures = fieldsOf(kpi).map((field) => [field, write(row.parts[field])] as const);
	return { ...Object.fromEntries(figures), presence: row.presence, note: row.note };
}

/**
 * A row as typed, told from what it was: rows that nobody touched are not saved. What the row says
 * counts as much as its figures: a row without cases is the same with zeros and with nothing.
 */
export function signatureOf(kpi: RowKpi, texts: RowTexts): string {
	const plain = (name: string) =>
		(texts[name] ?? '').trim().replace(',', '.').replace(/\r\n/g, '\n');
	const isZero = mayHaveNoCases(kpi) && requiredFields(kpi).every((name) => plain(name) === '0');
	const isEmptied = fieldsOf(kpi).every((name) => ['', '0'].includes(plain(name)));
	const asked = plain('presence');
	const presence = asked === 'figures' && isZero && isEmptied ? 'no_cases' : asked;
	const figures = fieldsOf(kpi).map(plain);
	const told = presence === 'figures' ? figures : figures.map((text) => (text === '0' ? '' : text));
	return [...told, presence, plain('note')].join('|');
}

/** What was typed in a row. */
export interface ReadRow {
	readonly parts: EnteredParts;
	readonly presence: Presence;
	readonly note: string;
	/** Texts that are no numbers; their parts are null. */
	readonly problems: readonly FieldProblem[];
}

const MAX_NOTE = 1000;

/** Reads the texts of a row. What it says counts more than its figures. */
export function readRow(kpi: RowKpi, texts: RowTexts): ReadRow {
	const asked = presences.find((presence) => presence === texts.presence) ?? 'figures';
	const presence = asked === 'no_cases' && !mayHaveNoCases(kpi) ? 'figures' : asked;
	const note = (texts.note ?? '').trim();
	const problems: FieldProblem[] = [];
	if (note.length > MAX_NOTE) problems.push({ path: 'note', code: 'field.tooLong' });
	const figures = fieldsOf(kpi).map((field) => {
		const reading = readField(kpi, field, texts[field] ?? '');
		if ('value' in reading) return [field, reading.value] as const;
		if (presence === 'figures') problems.push({ path: field, code: reading.problem });
		return [field, null] as const;
	});
	const typed: EnteredParts = { ...noParts, ...Object.fromEntries(figures) };
	return { parts: partsFor(kpi, presence, typed), presence, note, problems };
}

function readField(kpi: RowKpi, field: EntryField, text: string): Reading {
	if (field === 'medianHours' || field === 'p90Hours') return readNumber('hours', text);
	const isDecimal = field === 'numerator' || field === 'denominator' || field === 'value';
	return readNumber(isDecimal ? 'decimal' : 'count', text);
}
