import { DomainError } from '#lib/core/errors.ts';
import type { VisitState } from '#lib/database/tables/visits.ts';

export type Side = 'visitor' | 'host' | 'system';

/** What can happen to a visit: the actions of the API and of the timers. */
export const visitActions = [
	'submit',
	'review',
	'ask',
	'answer',
	'counter',
	'choose',
	'refuse_counter',
	'accept',
	'decline',
	'withdraw',
	'propose_change',
	'accept_change',
	'refuse_change',
	'cancel',
	'restore',
	'complete',
	'no_show',
	'report',
	'confirm_report',
	'expire'
] as const;
export type VisitAction = (typeof visitActions)[number];

interface Transition {
	readonly from: readonly VisitState[];
	readonly to: VisitState;
	readonly sides: readonly Side[];
}

const EITHER: readonly Side[] = ['visitor', 'host'];
const UNDECIDED: readonly VisitState[] = ['submitted', 'in_review', 'needs_info', 'countered'];

/** The whole state machine of `visits.md`: from where, to where, and which side may do it. */
export const transitions: Readonly<Record<VisitAction, Transition>> = {
	submit: { from: ['draft'], to: 'submitted', sides: ['visitor'] },
	review: { from: ['submitted'], to: 'in_review', sides: ['host'] },
	ask: { from: ['in_review'], to: 'needs_info', sides: ['host'] },
	answer: { from: ['needs_info'], to: 'in_review', sides: ['visitor'] },
	counter: { from: ['submitted', 'in_review'], to: 'countered', sides: ['host'] },
	choose: { from: ['countered'], to: 'scheduled', sides: ['visitor'] },
	refuse_counter: { from: ['countered'], to: 'in_review', sides: ['visitor'] },
	accept: { from: ['submitted', 'in_review'], to: 'scheduled', sides: ['host'] },
	decline: { from: ['submitted', 'in_review', 'countered'], to: 'declined', sides: ['host'] },
	withdraw: { from: ['draft', ...UNDECIDED], to: 'withdrawn', sides: ['visitor'] },
	propose_change: { from: ['scheduled'], to: 'change_proposed', sides: EITHER },
	accept_change: { from: ['change_proposed'], to: 'scheduled', sides: EITHER },
	refuse_change: { from: ['change_proposed'], to: 'scheduled', sides: EITHER },
	cancel: { from: ['scheduled', 'change_proposed'], to: 'cancelled', sides: EITHER },
	restore: { from: ['cancelled'], to: 'scheduled', sides: EITHER },
	complete: { from: ['scheduled'], to: 'completed', sides: ['host', 'system'] },
	no_show: { from: ['scheduled'], to: 'no_show', sides: ['host', 'system'] },
	report: { from: ['completed'], to: 'reported', sides: ['visitor'] },
	confirm_report: { from: ['reported'], to: 'closed', sides: ['host', 'system'] },
	expire: { from: ['submitted', 'needs_info', 'countered'], to: 'expired', sides: ['system'] }
};

/** The states of a request that still waits for an answer: at most three of them to one host. */
export const openStates = UNDECIDED;

/** Whether a side may do something to a visit in a state. */
export function isLegal(state: VisitState, action: VisitAction, side: Side): boolean {
	const { from, sides } = transitions[action];
	return from.includes(state) && sides.includes(side);
}

/** The state after an action; an illegal one is refused with the state it was tried in. */
export function nextState(state: VisitState, action: VisitAction, side: Side): VisitState {
	if (!isLegal(state, action, side)) {
		throw new DomainError('illegal_transition', { extra: { state, action } });
	}
	return transitions[action].to;
}

export function isVisitAction(text: string): text is VisitAction {
	return visitActions.some((action) => action === text);
}
