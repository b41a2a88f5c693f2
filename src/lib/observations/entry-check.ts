import type { FieldProblem } from '#lib/core/errors.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import type { EnteredParts } from './derive-entered.ts';
import type { ExpectedVolume } from './expected-volume.ts';
import type { EntryField } from './row-kind.ts';

/** What the checks know of a KPI. */
export type CheckedKpi = Pick<
	Kpi,
	| 'code'
	| 'kind'
	| 'derivation'
	| 'serviceCode'
	| 'unit'
	| 'hardMin'
	| 'hardMax'
	| 'warnMin'
	| 'warnMax'
>;

/** What was typed for a month: its figures, or that the KPI does not apply. */
export type CheckedEntry = EnteredParts & { readonly missingReason?: string | null };

/** An earlier month of the same KPI. */
export type PastEntry = CheckedEntry & {
	/** The index of the fact tables: year x 12 + month - 1. */
	readonly month: number;
};

/** A month of a KPI with what it is measured against. */
export interface CheckInput {
	readonly kpi: CheckedKpi;
	/** The index of the month. */
	readonly month: number;
	readonly entry: CheckedEntry;
	/** Earlier months, newest first; months without an entry are not there. */
	readonly earlier: readonly PastEntry[];
	/** Shares within 24 hours below this percentage ask for a note; null without such a limit. */
	readonly shareMin: number | null;
	/** How many requests the region's population makes one expect; null when it is not known. */
	readonly expectedVolume: ExpectedVolume | null;
}

/**
 * One check of the list. An error can never be true and forbids saving; what is `needed` forbids
 * submitting only; a warning is possible but unusual, and asks for a note.
 */
export interface EntryCheck {
	/** Also the name of its messages. */
	readonly name: string;
	readonly severity: 'error' | 'needed' | 'warning';
	readonly find: (input: CheckInput) => readonly FieldProblem[];
}

/** What a check found. */
export interface Finding extends FieldProblem {
	readonly name: string;
	readonly severity: EntryCheck['severity'];
}

/** A field's problem with the message of a check. */
export function found(
	path: EntryField,
	code: string,
	values?: FieldProblem['values']
): FieldProblem {
	return { path, code, ...(values && { values }) };
}

/** The middle value; of an even number the mean of the two in the middle. Null without any. */
export function medianOf(values: readonly number[]): number | null {
	const sorted = values.toSorted((a, b) => a - b);
	const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
	return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The median of some earlier months of a field; null with fewer than three of them, or when 0. */
export function usualOf(input: CheckInput, field: EntryField, months = 6): number | null {
	const values: number[] = [];
	for (const past of input.earlier) {
		if (past.month < input.month - months) break; // newest first
		const value = past[field] ?? null;
		if (value !== null) values.push(value);
	}
	return values.length < 3 ? null : medianOf(values) || null;
}

/** The entry of the month before; undefined when there is none. */
export function lastMonthOf(input: CheckInput): PastEntry | undefined {
	return input.earlier.find(({ month }) => month === input.month - 1);
}
