import { DomainError } from '#lib/core/errors.ts';
import type { VisitState } from '#lib/database/tables/visits.ts';
import { transitions, type Side, type VisitAction } from './transitions.ts';

export { visitActions, type Side, type VisitAction } from './transitions.ts';

/** The states of a request that still waits for an answer: at most three of them to one host. */
export const openStates: readonly VisitState[] = [
	'submitted',
	'in_review',
	'needs_info',
	'countered'
];

/** The states in which a visit has a date and is still ahead. */
export const datedStates: readonly VisitState[] = ['scheduled', 'change_proposed'];

/** The states in which a visit has ended without taking place. */
export const cameToNothing: readonly VisitState[] = [
	'declined',
	'expired',
	'withdrawn',
	'cancelled',
	'no_show'
];

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
