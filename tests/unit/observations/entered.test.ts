import { describe, expect, test } from 'vitest';
import { deriveEntered, type EnteredParts } from '#lib/observations/derive-entered.ts';

const nothing: EnteredParts = {
	numerator: null,
	denominator: null,
	value: null,
	received: null,
	completed: null,
	bucket1: null,
	bucket2: null,
	bucket3: null,
	bucket4: null,
	bucket5: null,
	returned: null,
	backlog: null,
	online: null,
	medianHours: null,
	p90Hours: null
};
const range = { hardMin: 0, hardMax: 100, warnMin: 60, warnMax: null };
const share = { code: 'ADU-RES', kind: 'proportion', ...range } as const;
const score = { code: 'SKM-IKM', kind: 'index', ...range, hardMin: 25 } as const;

describe('the value of a KPI that is entered itself', () => {
	test('is made from its counts', () => {
		const entry = { ...nothing, numerator: 9, denominator: 12 };
		expect(deriveEntered(share, entry)).toMatchObject({ value: 75, missingReason: null });
		expect(deriveEntered({ ...share, kind: 'mean' }, entry)).toMatchObject({ value: 0.75 });
		expect(deriveEntered({ ...share, kind: 'count' }, entry)).toMatchObject({
			value: 9,
			denominator: null
		});
	});

	test('is missing for want of cases when there were none', () => {
		const entry = { ...nothing, numerator: 0, denominator: 0 };
		expect(deriveEntered(share, entry)).toMatchObject({ value: null, missingReason: 'no_cases' });
	});

	test('is the published score of an index, and the median of durations', () => {
		expect(deriveEntered(score, { ...nothing, value: 88.4 })).toMatchObject({ value: 88.4 });
		const durations = { bucket1: 0, bucket2: 10, bucket3: 0, bucket4: 0, bucket5: 0 };
		expect(
			deriveEntered({ code: 'DIK-LEG', kind: 'distribution' }, { ...nothing, ...durations })
		).toMatchObject({ denominator: 10, value: Math.sqrt(24) });
	});
});
