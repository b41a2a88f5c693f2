/** Where a month's entry stands on its way to publication. */
export const entryStatuses = ['draft', 'submitted', 'verified', 'published', 'returned'] as const;
export type EntryStatus = (typeof entryStatuses)[number];

/** What people do with an entry. */
export type EntryStep = 'save' | 'submit' | 'verify' | 'publish' | 'return';

interface Rule {
	readonly from: readonly EntryStatus[];
	readonly to: EntryStatus;
	/** The right that the step needs: the agency enters, the region's officers review. */
	readonly right: 'observation.enter' | 'observation.review';
}

const rules: Readonly<Record<EntryStep, Rule>> = {
	// A published month may be opened again: it stays published until the change is published too.
	save: {
		from: ['draft', 'returned', 'submitted', 'published'],
		to: 'draft',
		right: 'observation.enter'
	},
	submit: { from: ['draft', 'returned'], to: 'submitted', right: 'observation.enter' },
	verify: { from: ['submitted'], to: 'verified', right: 'observation.review' },
	publish: { from: ['verified'], to: 'published', right: 'observation.review' },
	return: { from: ['submitted', 'verified'], to: 'returned', right: 'observation.review' }
};

/** Whether a step may be taken from a status. */
export function mayTake(step: EntryStep, from: EntryStatus): boolean {
	return rules[step].from.includes(from);
}

/** The status after a step. */
export function statusAfter(step: EntryStep): EntryStatus {
	return rules[step].to;
}

/** The right in `core/access.ts` that a step needs. */
export function rightFor(step: EntryStep): Rule['right'] {
	return rules[step].right;
}

/** The statuses a step may be taken from. */
export function statusesBefore(step: EntryStep): readonly EntryStatus[] {
	return rules[step].from;
}
