import { expect, test } from 'vitest';
import { benjaminiHochberg } from '#lib/benchmarks/statistics/benjamini-hochberg.ts';
import { falseSignalRate } from '#lib/benchmarks/statistics/signal-budget.ts';
import { unchangedSignals } from './false-signals.ts';

const LENGTHS = [13, 16, 20, 30, 36, 60, 120];

test.each(LENGTHS)('of unchanged series of %i months the share we say is flagged', (months) => {
	const rows = unchangedSignals(months, 6000, months);
	const flagged = rows.filter(({ rule }) => rule !== null).length / rows.length;
	const isSeasonal = rows.some(({ season }) => season !== null);
	expect(isSeasonal).toBe(months >= 36);
	expect(Math.abs(flagged - falseSignalRate(months, isSeasonal))).toBeLessThan(0.012);
});

test('limits from twelve points flag several times the 1.7 % of limits that are known', () => {
	expect(falseSignalRate(24, false) / 0.017).toBeGreaterThan(3);
});

test.each(LENGTHS)('the chances of unchanged series of %i months are not too small', (months) => {
	const chances = unchangedSignals(months, 6000, months + 1000).map(({ p }) => p ?? 1);
	for (const level of [0.1, 0.05, 0.01]) {
		expect(chances.filter((p) => p <= level).length / chances.length).toBeLessThanOrEqual(level);
	}
});

test('among unchanged series alone, one list in ten at most lets any stand out', () => {
	const lists = Array.from({ length: 40 }, (_, list) => unchangedSignals(24, 200, 500 + list));
	const wrong = lists.filter((rows) =>
		benjaminiHochberg(rows.map(({ p }) => p ?? 1)).some(Boolean)
	);
	expect(wrong.length).toBeLessThanOrEqual(4);
});
