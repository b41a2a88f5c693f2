import type { Kpi } from '#lib/database/tables/catalogue.ts';
import {
	bucketFields,
	countFields,
	hourFields,
	optionalCountFields,
	type CountField,
	type HourField,
	type OptionalCountField
} from './counts.ts';
import type { EnteredParts } from './derive-entered.ts';

/** Everything that can be typed for a KPI's month. */
export type EntryField =
	CountField | HourField | OptionalCountField | 'numerator' | 'denominator' | 'value';

/** What an entry says: figures, that there were no cases, or that the KPI does not apply. */
export const presences = ['figures', 'no_cases', 'not_applicable'] as const;
export type Presence = (typeof presences)[number];

/** What decides which fields a KPI's entry has. */
export type RowKpi = Pick<Kpi, 'kind' | 'derivation'>;

/** Fields of a KPI's entry that must be filled before it is submitted, in the order of the form. */
export function requiredFields({ kind, derivation }: RowKpi): readonly EntryField[] {
	if (derivation === 'turnaround') return countFields;
	switch (kind) {
		case 'proportion':
		case 'mean':
			return ['numerator', 'denominator'];
		case 'count':
			return ['numerator'];
		case 'index':
			return ['value'];
		case 'distribution':
			return bucketFields;
	}
}

/** Fields that may stay empty. */
export function optionalFields({ kind, derivation }: RowKpi): readonly EntryField[] {
	if (derivation === 'turnaround') return [...optionalCountFields, ...hourFields];
	return kind === 'distribution' ? ['medianHours'] : [];
}

/** All fields of a KPI's entry, in the order of the form. */
export function fieldsOf(kpi: RowKpi): readonly EntryField[] {
	return [...requiredFields(kpi), ...optionalFields(kpi)];
}

/** Whether "no cases" is something a KPI can have: an index is a score and has none. */
export function mayHaveNoCases({ kind }: RowKpi): boolean {
	return kind !== 'index';
}

/** Nothing typed. */
export const noParts: EnteredParts = {
	numerator: null,
	denominator: null,
	value: null,
	received: null,
	completed: null,
	bucket1: null,
	bucket2: null,
	bucket3: null,
	bucket4: null,
	bucket5: null,
	returned: null,
	backlog: null,
	online: null,
	medianHours: null,
	p90Hours: null,
	pending: null
};

/** Only what was typed of an entry. */
export function pickParts(entry: EnteredParts): EnteredParts {
	return Object.fromEntries(
		Object.keys(noParts).map((field) => [field, entry[field as EntryField] ?? null])
	) as EnteredParts;
}

/**
 * The figures of an entry once it is said what it holds: zeros where there were no cases, nothing
 * where the KPI does not apply.
 */
export function partsFor(kpi: RowKpi, presence: Presence, typed: EnteredParts): EnteredParts {
	if (presence === 'figures') return typed;
	if (presence === 'not_applicable') return noParts;
	return { ...noParts, ...Object.fromEntries(requiredFields(kpi).map((field) => [field, 0])) };
}

/** What a stored entry says. */
export function presenceOf(
	kpi: RowKpi,
	entry: EnteredParts & { readonly missingReason?: string | null }
): Presence {
	if (entry.missingReason === 'not_applicable') return 'not_applicable';
	const required = requiredFields(kpi);
	const isZero = mayHaveNoCases(kpi) && required.every((field) => entry[field] === 0);
	const isEmptied = optionalFields(kpi).every((field) => (entry[field] ?? 0) === 0);
	return isZero && isEmptied ? 'no_cases' : 'figures';
}
