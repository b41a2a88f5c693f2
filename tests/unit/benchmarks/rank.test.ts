import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	isRankable,
	percentileOfRank,
	rankRegions,
	type RankEntry
} from '#lib/benchmarks/statistics/rank.ts';
import { golden } from './golden.ts';

const entry = (id: string, value: number | null, denominator: number | null = 100): RankEntry => ({
	id,
	value,
	denominator
});

const ranksOf = (entries: RankEntry[], direction: 'higher' | 'lower' = 'higher') =>
	rankRegions(entries, { direction, decimals: 1 }).map(({ id, rank }) => `${id} ${String(rank)}`);

test('the highest value is first when higher is better, the lowest when lower is better', () => {
	const entries = [entry('a', 91), entry('b', 96), entry('c', 80)];
	expect(ranksOf(entries)).toEqual(['a 2', 'b 1', 'c 3']);
	expect(ranksOf(entries, 'lower')).toEqual(['a 2', 'b 3', 'c 1']);
});

test('values that look equal share a rank and the next rank is skipped', () => {
	const entries = [entry('a', 90), entry('b', 85.04), entry('c', 84.96), entry('d', 80)];
	expect(ranksOf(entries)).toEqual(['a 1', 'b 2', 'c 2', 'd 4']);
});

test('a denominator under 10 takes no place and one under 30 is marked', () => {
	const ranked = rankRegions([entry('a', 100, 9), entry('b', 90, 29), entry('c', 80, 30)], {
		direction: 'higher',
		decimals: 1
	});
	expect(ranked).toMatchObject([
		{ rank: null, unranked: 'small_denominator', isSmall: true, value: 100, of: 2 },
		{ rank: 1, unranked: null, isSmall: true },
		{ rank: 2, isSmall: false }
	]);
});

test('missing and provisional values take no place', () => {
	const ranked = rankRegions(
		[entry('a', null), { ...entry('b', 99), isProvisional: true }, entry('c', 80)],
		{ direction: 'higher', decimals: 1 }
	);
	expect(ranked.map(({ rank, unranked }) => [rank, unranked])).toEqual([
		[null, 'missing'],
		[null, 'provisional'],
		[1, null]
	]);
});

test('a published score without a denominator is ranked', () => {
	expect(ranksOf([entry('a', 82.1, null), entry('b', 88, null)])).toEqual(['a 2', 'b 1']);
});

test('the mid-rank percentile agrees with the golden figures', () => {
	const { n, rows } = golden.cross_section;
	for (const row of rows) {
		const found = percentileOfRank(row.rank_competition_desc, row.tied, n);
		expect(found).toBeCloseTo(row.percentile_midrank, 4);
	}
});

test('ranking the golden rows among themselves keeps the golden order and ties', () => {
	const { rows } = golden.cross_section;
	const ranked = rankRegions(
		rows.map(({ org, value, den }) => ({ id: org, value, denominator: den })),
		{ direction: 'higher', decimals: 8 }
	);
	for (const [i, row] of rows.entries()) {
		const better = rows.filter((o) => o.rank_competition_desc < row.rank_competition_desc).length;
		expect(ranked[i]?.rank).toBe(row.den < 10 ? null : better + 1);
	}
});

test('the best of many has percentile 100, the worst 0, all equal 50', () => {
	expect([percentileOfRank(1, 1, 5), percentileOfRank(5, 1, 5)]).toEqual([100, 0]);
	expect(percentileOfRank(1, 5, 5)).toBe(50);
	expect(percentileOfRank(1, 1, 1)).toBeNull();
});

test('a month is ranked when at least 60 % of the group reported', () => {
	expect([isRankable(6, 10), isRankable(5, 10), isRankable(0, 0)]).toEqual([true, false, false]);
});

const entries = fc.uniqueArray(
	fc.record({
		id: fc.string({ minLength: 1 }),
		value: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
		denominator: fc.option(fc.integer({ min: 1, max: 60 }))
	}),
	{ selector: ({ id }) => id }
);

test('ranks do not depend on the order of the regions', () => {
	fc.assert(
		fc.property(entries, fc.constantFrom('higher', 'lower'), (all, direction) => {
			const options = { direction, decimals: 1 };
			const byId = (ranked: ReturnType<typeof rankRegions>) =>
				ranked.toSorted((a, b) => (a.id < b.id ? -1 : 1));
			expect(byId(rankRegions(all.toReversed(), options))).toEqual(byId(rankRegions(all, options)));
		})
	);
});

test('a rank is one more than the number of better regions, and percentiles average 50', () => {
	fc.assert(
		fc.property(entries, (all) => {
			const ranked = rankRegions(all, { direction: 'higher', decimals: 1 });
			const placed = ranked.filter(({ rank }) => rank !== null);
			for (const one of placed) {
				const better = placed.filter((other) => (other.value ?? 0) > (one.value ?? 0)).length;
				expect(one.rank).toBe(better + 1);
			}
			const percentiles = placed.flatMap(({ percentile }) => percentile ?? []);
			const mean = percentiles.reduce((sum, p) => sum + p, 0) / percentiles.length;
			expect(percentiles.length === 0 || Math.abs(mean - 50) < 1e-9).toBe(true);
		})
	);
});
