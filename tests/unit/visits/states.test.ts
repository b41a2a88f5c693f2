import { describe, expect, test } from 'vitest';
import type { VisitState } from '#lib/database/tables/visits.ts';
import {
	isLegal,
	nextState,
	visitActions,
	type Side,
	type VisitAction
} from '#lib/visits/states.ts';

const states: VisitState[] = [
	...['draft', 'submitted', 'in_review', 'needs_info', 'countered', 'scheduled'],
	...['change_proposed', 'completed', 'reported', 'closed', 'declined', 'withdrawn'],
	...['cancelled', 'expired', 'no_show']
] as VisitState[];
const sides: Side[] = ['visitor', 'host', 'system'];

/** The table of the design, read out by hand: from, action, side, to. */
const legal: [VisitState, string, Side, VisitState][] = [
	['draft', 'submit', 'visitor', 'submitted'],
	['submitted', 'review', 'host', 'in_review'],
	['in_review', 'ask', 'host', 'needs_info'],
	['needs_info', 'answer', 'visitor', 'in_review'],
	['in_review', 'accept', 'host', 'scheduled'],
	['submitted', 'decline', 'host', 'declined'],
	['countered', 'decline', 'host', 'declined'],
	['countered', 'choose', 'visitor', 'scheduled'],
	['needs_info', 'withdraw', 'visitor', 'withdrawn'],
	['scheduled', 'propose_change', 'host', 'change_proposed'],
	['change_proposed', 'refuse_change', 'visitor', 'scheduled'],
	['change_proposed', 'cancel', 'visitor', 'cancelled'],
	['cancelled', 'restore', 'host', 'scheduled'],
	['scheduled', 'no_show', 'system', 'no_show'],
	['completed', 'report', 'visitor', 'reported'],
	['reported', 'confirm_report', 'host', 'closed'],
	['countered', 'expire', 'system', 'expired']
];

describe('the states of a visit', () => {
	test.each(legal)('from %s, %s by the %s leads to %s', (from, action, side, to) => {
		expect(nextState(from, action as VisitAction, side)).toBe(to);
	});

	test('nothing happens to a visit that has ended, except restoring a cancelled one', () => {
		const ended: VisitState[] = ['declined', 'withdrawn', 'expired', 'no_show', 'closed'];
		const possible = ended.flatMap((state) =>
			visitActions.filter((action) => sides.some((side) => isLegal(state, action, side)))
		);
		expect(possible).toEqual([]);
	});

	test('every pair that the table does not name is refused with its state', () => {
		for (const state of states) {
			for (const action of visitActions) {
				for (const side of sides) {
					if (isLegal(state, action, side)) continue;
					expect(() => nextState(state, action, side)).toThrow(
						expect.objectContaining({
							code: 'illegal_transition',
							details: { extra: { state, action } }
						}) as Error
					);
				}
			}
		}
	});

	test('a visitor never decides, and a host never withdraws', () => {
		expect(states.some((state) => isLegal(state, 'accept', 'visitor'))).toBe(false);
		expect(states.some((state) => isLegal(state, 'decline', 'visitor'))).toBe(false);
		expect(states.some((state) => isLegal(state, 'withdraw', 'host'))).toBe(false);
	});
});
