import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { peerGap } from '#lib/benchmarks/peer-gap.ts';
import { daysToTopQuartile } from '#lib/benchmarks/statistics/gap.ts';
import type { Direction } from '#lib/benchmarks/statistics/direction.ts';
import { rankIntervals } from '#lib/benchmarks/statistics/rank-interval.ts';
import { rankRegions } from '#lib/benchmarks/statistics/rank.ts';
import { signalStrength } from '#lib/benchmarks/statistics/signal-budget.ts';
import { xmrChart } from '#lib/benchmarks/statistics/xmr.ts';

const page = readFileSync('docs/statistics.md', 'utf8');

/** The numbers of a block of the page. */
function example(name: string): unknown {
	const [, block] = new RegExp('```json ' + name + '\\n([^`]+)```').exec(page) ?? [];
	if (block === undefined) throw new Error(`docs/statistics.md has no block ${name}`);
	return JSON.parse(block);
}

interface RankingExample {
	direction: Direction;
	decimals: number;
	regions: {
		id: string;
		numerator: number;
		denominator: number;
		rank: number | null;
		percentile: number | null;
		low: number | null;
		high: number | null;
		indistinguishable: number | null;
	}[];
}

test('the ranking of the page comes out, ties, intervals and all', () => {
	const { direction, decimals, regions } = example('worked-ranking') as RankingExample;
	const ranked = rankRegions(
		regions.map((region) => ({ ...region, value: (100 * region.numerator) / region.denominator })),
		{ direction, decimals }
	);
	const intervals = rankIntervals(
		regions.flatMap(({ id, numerator, denominator }, i) => {
			const rank = ranked[i]?.rank ?? null;
			const uncertainty = { kind: 'proportion', numerator, denominator } as const;
			return rank === null ? [] : [{ id, rank, uncertainty }];
		}),
		{ direction, seed: 1 }
	);
	const found = regions.map(({ id, numerator, denominator }, i) => {
		const interval = intervals.find((one) => one.id === id);
		return {
			...{ id, numerator, denominator },
			rank: ranked[i]?.rank,
			percentile: ranked[i]?.percentile,
			low: interval?.low ?? null,
			high: interval?.high ?? null,
			indistinguishable: interval?.indistinguishable ?? null
		};
	});
	expect(found).toEqual(regions);
});

interface GapExample {
	peers: number[];
	numerator: number;
	denominator: number;
	best: number;
	amount: number;
	perCase?: number;
}

test('the gaps of the page come out, in cases and in days', () => {
	const { share, days } = example('worked-gap') as { share: GapExample; days: GapExample };
	const figures = (given: GapExample) =>
		given.peers.map((value, i) => ({ regionKey: i, value, numerator: null, denominator: null }));
	const { numerator, denominator } = share;
	const own = { regionKey: -1, value: (100 * numerator) / denominator, numerator, denominator };
	const kpi = { decimals: 1, derivation: 'entered' } as const;
	expect(
		peerGap(
			{ ...kpi, kind: 'proportion', direction: 'higher', unit: 'percent' },
			own,
			figures(share)
		)
	).toMatchObject({ best: share.best, amount: share.amount, unit: 'cases' });

	const ownDays = { ...days, regionKey: -1, value: days.numerator / days.denominator };
	expect(
		peerGap(
			{ ...kpi, kind: 'mean', direction: 'lower', unit: 'working_days' },
			ownDays,
			figures(days)
		)
	).toMatchObject({ best: days.best, amount: days.amount, unit: 'days' });
	expect(daysToTopQuartile(days, days.best).perCase).toBe(days.perCase);
});

interface XmrExample {
	values: number[];
	direction: Direction;
	target: number;
	rule: string;
	variation: string;
	assurance: string;
	strength: number;
	[limit: string]: unknown;
}

test('the control chart of the page comes out, with its limits and its signal', () => {
	const expected = example('worked-xmr') as XmrExample;
	const { values, direction, target } = expected;
	const chart = xmrChart(
		values.map((value) => ({ value })),
		{ direction, target }
	);
	const limits = chart.segments[0]?.limits;
	if (!limits) throw new Error('there are no limits');
	for (const [name, value] of Object.entries(limits)) {
		expect(value).toBeCloseTo(expected[name] as number, 4);
	}
	expect(chart.signals.at(-1)?.rule).toBe(expected.rule);
	expect(chart).toMatchObject({ variation: expected.variation, assurance: expected.assurance });
	expect(chart.signals.slice(0, -1).filter(Boolean)).toEqual([]);
	expect(signalStrength(values.at(-1) ?? 0, limits)).toBeCloseTo(expected.strength, 2);
});
