import { describe, expect, test } from 'vitest';
import { deriveEntered, type EnteredParts } from '#lib/observations/derive-entered.ts';
import { enteredProblems, enteredWarnings } from '#lib/observations/entered-checks.ts';

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

describe('its checks', () => {
	const codes = (
		entry: Partial<EnteredParts>,
		kpi: Parameters<typeof enteredProblems>[0] = share
	) => enteredProblems(kpi, { ...nothing, ...entry }).map(({ path, code }) => `${path} ${code}`);

	test('find a missing part', () => {
		expect(codes({ numerator: 1 })).toEqual(['denominator field.required']);
		expect(codes({}, score)).toEqual(['value field.required']);
	});

	test('find a numerator above its denominator, and parts that are not whole', () => {
		expect(codes({ numerator: 13, denominator: 12 })).toEqual([
			'numerator observation.numeratorTooLarge'
		]);
		expect(codes({ numerator: 1.5, denominator: 12 })).toEqual(['numerator field.count']);
	});

	test('find a value outside the possible range', () => {
		expect(codes({ value: 24.9 }, score)).toEqual(['value observation.outOfRange']);
		expect(codes({ value: 25 }, score)).toEqual([]);
	});

	test('ask for a note where the value is unusual or far from the months before', () => {
		const of = (value: number, earlier: number[] = []) =>
			enteredWarnings(
				{ ...score, warnMin: 30 },
				{ ...nothing, value },
				earlier.map((past) => ({ ...nothing, value: past }))
			).map(({ code }) => code);
		expect(of(29)).toEqual(['observation.warn.unusual']);
		expect(of(90, [40, 40, 40])).toEqual(['observation.warn.rose']);
		expect(of(42, [90, 90, 90])).toEqual(['observation.warn.fell']);
		expect(of(60, [40, 40, 40])).toEqual([]);
	});
});
