import { describe, expect, test } from 'vitest';
import type { EntryCounts } from '#lib/observations/counts.ts';
import {
	type CheckContext,
	contradictions,
	missingCounts,
	missingInUpload,
	warnings
} from '#lib/observations/turnaround-checks.ts';

const usual: EntryCounts = {
	received: 220,
	completed: 200,
	bucket1: 40,
	bucket2: 120,
	bucket3: 30,
	bucket4: 8,
	bucket5: 2,
	returned: 11,
	backlog: 5,
	online: 88,
	medianHours: null,
	p90Hours: null
};
const context: CheckContext = {
	earlier: [usual, usual, usual, usual, usual, usual],
	warnShareBelow: 40,
	warnHours: { min: 0.1, max: 72 }
};
const codes = (problems: readonly { path: string; code: string }[]) =>
	problems.map(({ path, code }) => `${path} ${code}`);

describe('numbers that cannot be true', () => {
	test('an ordinary month has none', () => {
		expect(contradictions(usual)).toEqual([]);
	});

	test('the five groups must add up to the finished requests', () => {
		expect(contradictions({ ...usual, bucket5: 3 })).toEqual([
			{
				path: 'completed',
				code: 'observation.sumDiffers',
				values: { sum: 201, completed: 200 }
			}
		]);
	});

	test('no more can be filed online or returned than were received', () => {
		expect(codes(contradictions({ ...usual, online: 221, returned: 221 }))).toEqual([
			'online observation.moreThanReceived',
			'returned observation.moreThanReceived'
		]);
	});

	test('the P90 cannot lie below the median', () => {
		const hours = { medianHours: 5, p90Hours: 4.9 };
		expect(codes(contradictions({ ...usual, ...hours }))).toEqual([
			'p90Hours observation.p90BelowMedian'
		]);
		expect(contradictions({ ...usual, medianHours: 5, p90Hours: 5 })).toEqual([]);
	});

	test('empty fields of a draft contradict nothing', () => {
		expect(contradictions({ ...usual, bucket3: null, received: null })).toEqual([]);
	});
});

describe('numbers that are missing', () => {
	test('a form needs each count, but not the hours', () => {
		expect(codes(missingCounts({ ...usual, backlog: null }))).toEqual(['backlog field.required']);
		expect(missingCounts(usual)).toEqual([]);
	});

	test('an upload may hold the finished requests alone, or everything', () => {
		const finished = { ...usual, received: null, returned: null, backlog: null, online: null };
		expect(missingInUpload(finished)).toEqual([]);
		expect(codes(missingInUpload({ ...finished, received: 220 }))).toEqual([
			'returned field.required',
			'backlog field.required',
			'online field.required'
		]);
	});
});

describe('numbers that ask for a note', () => {
	const found = (changes: Partial<EntryCounts>, changed: Partial<CheckContext> = {}) =>
		codes(warnings({ ...usual, ...changes }, { ...context, ...changed }));

	test('an ordinary month needs none', () => {
		expect(found({})).toEqual([]);
	});

	test('a change of more than half against the mean of the last six months', () => {
		expect(found({ received: 330 })).toEqual([]);
		expect(found({ received: 331 })).toEqual(['received observation.warn.rose']);
		expect(found({ received: 109 })).toEqual(['received observation.warn.fell']);
	});

	test('only the last six months count, and fewer than three are nothing to go by', () => {
		const small = { ...usual, received: 22 };
		expect(found({}, { earlier: [...context.earlier, small, small] })).toEqual([]);
		expect(found({ received: 900 }, { earlier: [usual, usual] })).toEqual([]);
	});

	test('a jump by ten times looks like a digit too many', () => {
		expect(found({ received: 2200 })).toEqual(['received observation.warn.slip']);
		expect(found({ received: 22 })).toEqual(['received observation.warn.slip']);
	});

	test('small counts jump about by chance', () => {
		expect(found({ backlog: 0 })).toEqual([]);
		expect(found({ backlog: 40 })).toEqual([]);
	});

	test('minutes entered as hours', () => {
		const earlier = context.earlier.map((month) => ({ ...month, medianHours: 5 }));
		expect(found({ medianHours: 300 }, { earlier })).toEqual([
			'medianHours observation.warn.slip',
			'medianHours observation.warn.medianRange'
		]);
	});

	test('an exact median that the groups contradict', () => {
		expect(found({ medianHours: 5 })).toEqual([]);
		expect(found({ medianHours: 40 })).toEqual(['medianHours observation.warn.medianBucket']);
	});

	test('a share within 24 hours below the limit of the KPI', () => {
		const slow = { bucket1: 9, bucket2: 70, bucket3: 111 };
		expect(found(slow)).toEqual(['bucket2 observation.warn.lowShare']);
		expect(found(slow, { warnShareBelow: null })).toEqual([]);
		expect(found({ bucket1: 10, bucket2: 70, bucket3: 110 })).toEqual([]);
	});
});
