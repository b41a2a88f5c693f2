import { expect, test } from 'vitest';
import { differenceInDifferences } from '#lib/benchmarks/statistics/did.ts';
import { golden } from './golden.ts';

const { did } = golden;
const input = { treated: did.treated, peers: did.controls, launch: did.pre };
const result = differenceInDifferences(input);

test('the golden effect is found, and the naive change is not it', () => {
	expect(result?.att).toBeCloseTo(did.att, 7);
	expect(result?.beforeAfter).toBeCloseTo(did.naive_before_after_WRONG, 6);
});

test('the golden placebos in space and their p are met', () => {
	expect(result?.placebosInSpace).toHaveLength(did.placebo_in_space.length);
	for (const [i, placebo] of did.placebo_in_space.entries()) {
		expect(result?.placebosInSpace[i]).toBeCloseTo(placebo, 7);
	}
	expect(result?.placeboP).toBeCloseTo(did.placebo_p_two_sided, 6);
});

test('the golden slope before the launch is met', () => {
	expect(result?.preTrend).toBeCloseTo(did.pre_gap_slope_per_month, 7);
});

test('leaving one peer out keeps the sign, and a launch six months earlier shows little', () => {
	expect(result?.leaveOneOut.low).toBeLessThanOrEqual(did.att);
	expect(result?.leaveOneOut.high).toBeGreaterThanOrEqual(did.att);
	expect(result?.leaveOneOut.high).toBeLessThan(-1);
	expect(Math.abs(result?.placeboInTime ?? NaN)).toBeLessThan(0.5);
});

test('a missing month stays missing on both sides', () => {
	const treated = did.treated.map((value, i) => (i === 3 ? null : value));
	const holed = differenceInDifferences({ ...input, treated });
	expect(holed?.gaps[3]).toBeNull();
	expect(holed?.gaps.filter((gap) => gap === null)).toHaveLength(1);
	expect(holed?.att).toBeCloseTo(did.att, 0);
});

test('months of transition belong to neither side', () => {
	const changed = did.treated.map((value, i) => (i === did.pre ? value + 1000 : value));
	const effect = differenceInDifferences({ ...input, treated: changed, transitionMonths: 1 });
	const same = differenceInDifferences({ ...input, transitionMonths: 1 });
	expect(effect?.att).toBe(same?.att);
});

test('under 12 months before, 6 after or two peers nothing is said', () => {
	expect(differenceInDifferences({ ...input, launch: 11 })).toBeNull();
	expect(differenceInDifferences({ ...input, launch: 31 })).toBeNull();
	expect(differenceInDifferences({ ...input, peers: did.controls.slice(0, 1) })).toBeNull();
	expect(differenceInDifferences({ ...input, launch: 12 })?.placeboInTime).toBeNull();
});
