import { bucketsOf } from './counts.ts';
import { deriveEntered } from './derive-entered.ts';
import { type CheckInput, type EntryCheck, found } from './entry-check.ts';
import { requiredFields } from './row-kind.ts';

const isTurnaround = ({ kpi }: CheckInput) => kpi.derivation === 'turnaround';

/** What is still missing: a draft may lack it, a submitted entry may not. */
const required: EntryCheck = {
	name: 'required',
	severity: 'needed',
	find: ({ kpi, entry }) =>
		requiredFields(kpi)
			.filter((field) => entry[field] === null)
			.map((field) => found(field, 'field.required'))
};

/** Requests, people and cases are whole. */
const wholeNumbers: EntryCheck = {
	name: 'wholeNumbers',
	severity: 'error',
	find: ({ kpi, entry }) => {
		if (kpi.kind === 'index') return [];
		// The numerator of a mean is a sum, such as of hours.
		return (['numerator', 'denominator'] as const)
			.filter((field) => !(kpi.kind === 'mean' && field === 'numerator'))
			.filter((field) => {
				const value = entry[field];
				return value !== null && !Number.isInteger(value);
			})
			.map((field) => found(field, 'field.count'));
	}
};

const bucketSum: EntryCheck = {
	name: 'bucketSum',
	severity: 'error',
	find: ({ entry }) => {
		const { completed } = entry;
		const sum = bucketsOf(entry)?.reduce((total, count) => total + count, 0);
		if (completed === null || sum === undefined || sum === completed) return [];
		return [found('completed', 'observation.sumDiffers', { sum, completed })];
	}
};

const partOfReceived: EntryCheck = {
	name: 'partOfReceived',
	severity: 'error',
	find: ({ entry }) => {
		const { received } = entry;
		if (received === null) return [];
		return (['online', 'returned'] as const)
			.filter((field) => (entry[field] ?? 0) > received)
			.map((field) => found(field, 'observation.moreThanReceived', { received }));
	}
};

const oldPartOfPending: EntryCheck = {
	name: 'oldPartOfPending',
	severity: 'error',
	find: ({ entry: { backlog, pending } }) => {
		if (backlog === null || pending === null || pending === undefined || backlog <= pending) {
			return [];
		}
		return [found('backlog', 'observation.moreThanPending', { pending })];
	}
};

const p90AboveMedian: EntryCheck = {
	name: 'p90AboveMedian',
	severity: 'error',
	find: ({ entry: { medianHours, p90Hours } }) =>
		medianHours !== null && p90Hours !== null && p90Hours < medianHours
			? [found('p90Hours', 'observation.p90BelowMedian', { median: medianHours })]
			: []
};

const numeratorWithin: EntryCheck = {
	name: 'numeratorWithin',
	severity: 'error',
	find: ({ kpi, entry: { numerator, denominator } }) =>
		kpi.kind === 'proportion' &&
		numerator !== null &&
		denominator !== null &&
		numerator > denominator
			? [found('numerator', 'observation.numeratorTooLarge')]
			: []
};

/** The hard range of the catalogue. Turnaround counts have theirs in the schema of the form. */
const hardRange: EntryCheck = {
	name: 'hardRange',
	severity: 'error',
	find: (input) => {
		const { kpi, entry } = input;
		if (isTurnaround(input)) return [];
		const value = deriveEntered(kpi, entry)?.value ?? null;
		if (value === null || (value >= kpi.hardMin && value <= kpi.hardMax)) return [];
		const path = kpi.kind === 'index' ? 'value' : 'numerator';
		const values = { min: kpi.hardMin, max: kpi.hardMax };
		return [found(path, 'observation.outOfRange', values)];
	}
};

/** What can never be true, and what must not be missing. */
export const errorChecks: readonly EntryCheck[] = [
	required,
	wholeNumbers,
	bucketSum,
	partOfReceived,
	oldPartOfPending,
	p90AboveMedian,
	numeratorWithin,
	hardRange
];
