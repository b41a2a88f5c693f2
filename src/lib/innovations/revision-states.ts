/** How a version of a write-up stands on its way to the public. */
export type RevisionState = 'open' | 'submitted' | 'returned' | 'approved' | 'abandoned';

/** What can be done with one that is not decided yet. */
export type RevisionAction = 'save' | 'submit' | 'take_back' | 'return' | 'approve' | 'abandon';

const FROM: Readonly<Record<RevisionAction, readonly RevisionState[]>> = {
	save: ['open', 'returned'],
	submit: ['open', 'returned'],
	take_back: ['submitted'],
	return: ['submitted'],
	// Those who may approve may also publish what they wrote themselves.
	approve: ['open', 'submitted', 'returned'],
	abandon: ['open', 'returned']
};

/** Whether a revision in this state takes this action. */
export function isPossible(state: RevisionState, action: RevisionAction): boolean {
	return FROM[action].includes(state);
}

/** What happens to a write-up, in its history that is only ever added to. */
export const EVENT_KINDS = [
	'submitted',
	'taken_back',
	'returned',
	'approved',
	'abandoned',
	'confirmed',
	'stopped',
	'resumed',
	'withdrawn'
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export function isEventKind(value: string): value is EventKind {
	return EVENT_KINDS.some((kind) => kind === value);
}
