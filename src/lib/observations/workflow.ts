/** Where a month's entry stands on its way to publication. */
export const entryStatuses = ['draft', 'submitted', 'verified', 'published', 'returned'] as const;
export type EntryStatus = (typeof entryStatuses)[number];

/** What people do with an entry. */
export type EntryStep = 'save' | 'submit' | 'verify' | 'publish' | 'return' | 'unlock';

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
	// Published before it was verified, a figure is provisional until it is verified too.
	publish: { from: ['submitted', 'verified'], to: 'published', right: 'observation.review' },
	return: { from: ['submitted', 'verified'], to: 'returned', right: 'observation.review' },
	unlock: { from: ['published'], to: 'draft', right: 'observation.enter' }
};

/** Whether a step may be taken from a status. */
export function mayTake(step: EntryStep, from: EntryStatus): boolean {
	return rules[step].from.includes(from);
}

/** What decides whether a step may be taken with an entry. */
export interface Standing {
	readonly status: EntryStatus;
	/** Null while nobody has verified the figures. */
	readonly verifiedAt: string | null;
}

/** Whether an entry was published before it was verified. */
export function isProvisional({ status, verifiedAt }: Standing): boolean {
	return status === 'published' && verifiedAt === null;
}

/** Whether a step may be taken with an entry; what was published provisionally is verified later. */
export function mayTakeWith(step: EntryStep, entry: Standing): boolean {
	return mayTake(step, entry.status) || (step === 'verify' && isProvisional(entry));
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
