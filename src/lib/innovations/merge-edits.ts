import type { FormValues } from '#lib/http/form.ts';
import { type FactRows, factRows } from './fact-fields.ts';

/** A short sign of a text, to tell whether it changed: no secret, and no protection against one. */
export function digestOf(value: string | string[] | undefined): string {
	const text = JSON.stringify(asText(value));
	let [high, low] = [0xdeadbeef, 0x41c6ce57];
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		high = Math.imul(high ^ code, 2_654_435_761);
		low = Math.imul(low ^ code, 1_597_334_677);
	}
	return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}

/** Empty fields count alike, whether they are there or not; so do empty rows at the end. */
function asText(value: string | string[] | undefined): string | string[] {
	if (value === undefined) return '';
	if (typeof value === 'string') return value;
	const filled = value.slice(0, value.findLastIndex(Boolean) + 1);
	return filled.length === 0 ? '' : filled;
}

/** Rows belong together: half of one person's row and half of another's would say what nobody said. */
const UNITS: ReadonlyMap<string, string> = new Map([
	...Object.entries(factRows as Readonly<Record<string, FactRows>>).flatMap(([key, { columns }]) =>
		columns.map(({ name }) => [name, key] as const)
	),
	...['sourcePublisher', 'sourceTitle', 'sourceDay', 'sourceNote'].map(
		(name) => [name, 'sources'] as const
	)
]);

/** What a field is merged with: itself, or the rows it is a column of. */
export function unitOf(field: string): string {
	return UNITS.get(field) ?? field;
}

const NOT_TEXT: ReadonlySet<string> = new Set(['version', 'base', 'takeTheirs', 'intent', 'place']);

function unitsOf(...all: readonly FormValues[]): Map<string, string[]> {
	const fields = new Set(all.flatMap((values) => Object.keys(values)));
	return Map.groupBy(
		[...fields].filter((field) => !NOT_TEXT.has(field)),
		unitOf
	);
}

function digestUnit(values: FormValues, fields: readonly string[]): string {
	return fields
		.filter((field) => digestOf(values[field]) !== EMPTY)
		.toSorted()
		.map((field) => `${field}=${digestOf(ordered(field, values[field]))}`)
		.join('&');
}
const EMPTY = digestOf('');

/** Choices of many: their order says nothing. */
const CHOICES: ReadonlySet<string> = new Set([
	'services',
	'kpis',
	'otherAffairs',
	'targetGroups',
	'fundingSources',
	'sdgs'
]);

function ordered(field: string, value: string | string[] | undefined) {
	return CHOICES.has(field) && Array.isArray(value) ? value.toSorted() : value;
}

/** The signs of all that a form began with, in JSON: small enough to travel with it. */
export function baseOf(values: FormValues): string {
	const units = [...unitsOf(values)].map(([unit, fields]) => [unit, digestUnit(values, fields)]);
	return JSON.stringify(Object.fromEntries(units.filter(([, digest]) => digest !== '')));
}

export interface Merged {
	readonly values: FormValues;
	/** What both changed, each in another way; in `values` stands mine. */
	readonly conflicts: readonly string[];
	/** What only the other one changed. */
	readonly taken: readonly string[];
}

/**
 * Puts two people's changes to one text together, section by section: what only one of them
 * changed is taken from that one. What both changed is a conflict, unless theirs is chosen.
 * @param base of {@link baseOf} what mine began with
 * @param takeTheirs the units of which the stored text is chosen
 */
export function mergeEdits(
	mine: FormValues,
	theirs: FormValues,
	base: string,
	takeTheirs: readonly string[] = []
): Merged {
	const began = readBase(base);
	const values = new Map(Object.entries(mine));
	const conflicts: string[] = [];
	const taken: string[] = [];
	for (const [unit, fields] of unitsOf(mine, theirs)) {
		const [ours, stored] = [digestUnit(mine, fields), digestUnit(theirs, fields)];
		if (ours === stored) continue;
		const first = began[unit] ?? '';
		const isChosen = takeTheirs.includes(unit);
		if (!isChosen && stored === first) continue;
		if (!isChosen && ours !== first) {
			conflicts.push(unit);
			continue;
		}
		taken.push(unit);
		for (const field of fields) {
			const value = theirs[field];
			if (value === undefined) values.delete(field);
			else values.set(field, value);
		}
	}
	return { values: Object.fromEntries(values), conflicts, taken };
}

function readBase(base: string): Partial<Record<string, string>> {
	try {
		const read: unknown = JSON.parse(base);
		return typeof read === 'object' && read !== null ? read : {};
	} catch {
		return {};
	}
}
