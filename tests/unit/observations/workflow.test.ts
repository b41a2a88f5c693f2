import { describe, expect, test } from 'vitest';
import {
	entryStatuses,
	type EntryStatus,
	type EntryStep,
	mayTake,
	rightFor,
	statusAfter
} from '#lib/observations/workflow.ts';

const table: Record<EntryStep, { from: EntryStatus[]; to: EntryStatus; right: string }> = {
	save: {
		from: ['draft', 'submitted', 'published', 'returned'],
		to: 'draft',
		right: 'observation.enter'
	},
	submit: { from: ['draft', 'returned'], to: 'submitted', right: 'observation.enter' },
	verify: { from: ['submitted'], to: 'verified', right: 'observation.review' },
	publish: { from: ['submitted', 'verified'], to: 'published', right: 'observation.review' },
	return: { from: ['submitted', 'verified'], to: 'returned', right: 'observation.review' },
	unlock: { from: ['published'], to: 'draft', right: 'observation.enter' }
};

describe.each(Object.entries(table))('the step %s', (name, { from, to, right }) => {
	const step = name as EntryStep;

	test.each(entryStatuses)('from %s', (status) => {
		expect(mayTake(step, status)).toBe(from.includes(status));
	});

	test(`leads to ${to} and needs the right ${right}`, () => {
		expect(statusAfter(step)).toBe(to);
		expect(rightFor(step)).toBe(right);
	});
});
