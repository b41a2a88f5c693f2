import { describe, expect, test } from 'vitest';
import type { VisitState } from '#lib/database/tables/visits.ts';
import { isLegal, nextState, visitActions, type Side } from '#lib/visits/states.ts';

const states: readonly VisitState[] = [
	'draft',
	'submitted',
	'in_review',
	'needs_info',
	'countered',
	'scheduled',
	'change_proposed',
	'completed',
	'reported',
	'closed',
	'declined',
	'withdrawn',
	'cancelled',
	'expired',
	'no_show'
];
const sides: readonly Side[] = ['visitor', 'host', 'system'];

/** The whole design read out by hand: `from action side(s) -> to`. What is not here is illegal. */
const legal = [
	'draft submit visitor -> submitted',
	'draft withdraw visitor -> withdrawn',
	'submitted review host -> in_review',
	'submitted counter host -> countered',
	'submitted accept host -> scheduled',
	'submitted decline host -> declined',
	'submitted withdraw visitor -> withdrawn',
	'submitted expire system -> expired',
	'in_review ask host -> needs_info',
	'in_review counter host -> countered',
	'in_review accept host -> scheduled',
	'in_review decline host -> declined',
	'in_review withdraw visitor -> withdrawn',
	'needs_info answer visitor -> in_review',
	'needs_info withdraw visitor -> withdrawn',
	'needs_info expire system -> expired',
	'countered choose visitor -> scheduled',
	'countered refuse_counter visitor -> in_review',
	'countered decline host -> declined',
	'countered withdraw visitor -> withdrawn',
	'countered expire system -> expired',
	'scheduled propose_change visitor,host -> change_proposed',
	'scheduled cancel visitor,host -> cancelled',
	'scheduled complete host,system -> completed',
	'scheduled no_show host,system -> no_show',
	'change_proposed accept_change visitor,host -> scheduled',
	'change_proposed refuse_change visitor,host,system -> scheduled',
	'change_proposed cancel visitor,host -> cancelled',
	'cancelled propose_restore visitor,host -> cancelled',
	'cancelled restore visitor,host -> scheduled',
	'completed report visitor -> reported',
	'reported confirm_report host,system -> closed'
];

const following = new Map(
	legal.flatMap((line) => {
		const [from, action, by = '', , to] = line.split(' ');
		return by.split(',').map((side) => [`${from ?? ''} ${action ?? ''} ${side}`, to] as const);
	})
);

const cases = states.flatMap((state) =>
	visitActions.flatMap((action) => sides.map((side) => ({ state, action, side })))
);

describe('the states of a visit', () => {
	test.each(cases)('in $state, $action by the $side', ({ state, action, side }) => {
		const to = following.get(`${state} ${action} ${side}`);
		expect(isLegal(state, action, side)).toBe(to !== undefined);
		if (to === undefined) {
			expect(() => nextState(state, action, side)).toThrow(
				expect.objectContaining({
					code: 'illegal_transition',
					details: { extra: { state, action } }
				}) as Error
			);
		} else {
			expect(nextState(state, action, side)).toBe(to);
		}
	});

	test('every state can be reached from a draft', () => {
		const reached = new Set<string>(['draft']);
		for (let before = 0; before !== reached.size;) {
			before = reached.size;
			for (const [step, to] of following) {
				if (to && reached.has(step.split(' ')[0] ?? '')) reached.add(to);
			}
		}
		expect([...reached].sort()).toEqual([...states].sort());
	});
});
