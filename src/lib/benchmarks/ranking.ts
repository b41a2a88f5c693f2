import type { MissingReason } from '#lib/charts/model-parts.ts';
import type { Month } from '#lib/core/period.ts';
import type { Summary } from './benchmark-rows.ts';
import type { DefinedKpi } from './defined-kpi.ts';
import { casesOf, uncertaintyOf, valueInterval } from './figure-uncertainty.ts';
import type { GroupLabel } from './group.ts';
import type { Buckets } from './statistics/buckets.ts';
import type { Direction } from './statistics/direction.ts';
import { isRankable, rankRegions, SMALL_DENOMINATOR } from './statistics/rank.ts';
import type { rankIntervals, RankInterval } from './statistics/rank-interval.ts';

/** What to know about a region's figure before its rank is read. */
export const RANK_FLAGS = ['small_numbers', 'not_ranked', 'provisional', 'sample'] as const;
export type RankFlag = (typeof RANK_FLAGS)[number];

/** From this percentile on a region is in the best quarter of its group. */
export const bestQuarterPercentile = 75;

/** Why a whole month has no ranks. */
export type UnrankedMonth = 'few_reported' | 'provisional' | 'neutral';

/** A region of the group with what it published, if anything. */
export interface RankingFigure {
	readonly code: string;
	readonly name: string;
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly missing: MissingReason | null;
	readonly isProvisional: boolean;
	readonly isSample: boolean;
	/** The cases of a KPI of durations; left out where they are not known. */
	readonly buckets?: Buckets | null;
}

export interface RankedRegion extends Omit<RankingFigure, 'buckets'> {
	/** 1 is best; null when the region or the month is not ranked. */
	readonly rank: number | null;
	/** How far the rank could move by chance; null where the KPI says nothing about its error. */
	readonly rankLow: number | null;
	readonly rankHigh: number | null;
	/** How many regions cannot be told apart from this one. */
	readonly indistinguishable: number | null;
	/** 0 (worst) to 100 (best). */
	readonly percentile: number | null;
	/** The 95 % interval of a proportion or a median, in the KPI's unit. */
	readonly low: number | null;
	readonly high: number | null;
	readonly flags: readonly RankFlag[];
}

/** What is needed of a KPI to rank by it. */
export interface RankedKpi {
	readonly kind: 'proportion' | 'mean' | 'distribution' | 'count' | 'index';
	readonly direction: Direction;
	readonly decimals: number;
	/** `coverage` for counts of all districts there are. */
	readonly derivation?: string;
}

export interface RankedMonth {
	/** Best first, then those without a rank by value, then those without a value. */
	readonly rows: readonly RankedRegion[];
	/** Regions with a value. */
	readonly n: number;
	readonly nExpected: number;
	readonly nRanked: number;
	readonly nSample: number;
	readonly isRanked: boolean;
	/** Null when the month is ranked. */
	readonly unranked: UnrankedMonth | null;
}

/** A group's month as a page, a file or the API shows it. */
export interface Ranking extends RankedMonth {
	readonly kpi: DefinedKpi;
	/** Null when nothing has been published for the KPI. */
	readonly month: Month | null;
	readonly group: string;
	readonly groupLabel: GroupLabel;
	/** Counts, sums and quantiles of the regions that have a value. */
	readonly summary: Summary;
}

/** Finds the intervals of ranks; the server keeps what it has found, because they take long. */
export type FindIntervals = (
	regions: Parameters<typeof rankIntervals>[0],
	direction: Direction
) => Promise<readonly RankInterval[]>;

/**
 * Ranks a group for a month. No region is ranked on a provisional figure or on fewer than ten
 * cases, and none at all when under 60 % of the group have a final figure or the KPI has no better
 * side. Source: reference 2.3.
 * @param figures one for each region of the group, in any order
 */
export async function rankMonth(
	kpi: RankedKpi,
	figures: readonly RankingFigure[],
	findIntervals: FindIntervals
): Promise<RankedMonth> {
	const unranked = whyUnranked(kpi, figures);
	const ranks = new Map(
		rankRegions(
			figures.map((figure) => ({
				...figure,
				id: figure.code,
				denominator: casesOf(kpi, figure)
			})),
			kpi
		).map((ranked) => [ranked.id, ranked])
	);
	const intervals =
		unranked === null
			? await intervalsOf(kpi, figures, ranks, findIntervals)
			: new Map<string, RankInterval>();
	const rows = figures.map(({ buckets, ...figure }): RankedRegion => {
		const own = ranks.get(figure.code);
		const rank = unranked === null ? (own?.rank ?? null) : null;
		const interval = intervals.get(figure.code);
		return {
			...figure,
			rank,
			rankLow: interval?.low ?? null,
			rankHigh: interval?.high ?? null,
			indistinguishable: interval?.indistinguishable ?? null,
			percentile: rank === null ? null : (own?.percentile ?? null),
			...valueInterval(kpi, { ...figure, buckets: buckets ?? null }),
			flags: flagsOf(kpi, figure, rank)
		};
	});
	return {
		rows: rows.toSorted((a, b) => order(a, b, kpi.direction)),
		n: figures.filter(({ value }) => value !== null).length,
		nExpected: figures.length,
		nRanked: rows.filter(({ rank }) => rank !== null).length,
		nSample: figures.filter(({ value, isSample }) => value !== null && isSample).length,
		isRanked: unranked === null,
		unranked
	};
}

function whyUnranked(
	{ direction }: RankedKpi,
	figures: readonly RankingFigure[]
): UnrankedMonth | null {
	if (direction === 'neutral') return 'neutral';
	const valued = figures.filter(({ value }) => value !== null);
	if (!isRankable(valued.length, figures.length)) return 'few_reported';
	const final = valued.filter(({ isProvisional }) => !isProvisional);
	return isRankable(final.length, figures.length) ? null : 'provisional';
}

async function intervalsOf(
	kpi: RankedKpi,
	figures: readonly RankingFigure[],
	ranks: ReadonlyMap<string, { readonly rank: number | null }>,
	findIntervals: FindIntervals
): Promise<Map<string, RankInterval>> {
	const uncertain = figures.flatMap((figure) => {
		const rank = ranks.get(figure.code)?.rank ?? null;
		const uncertainty = uncertaintyOf(kpi, figure);
		return rank === null || uncertainty === null ? [] : [{ id: figure.code, rank, uncertainty }];
	});
	const intervals = await findIntervals(uncertain, kpi.direction);
	return new Map(intervals.map((one) => [one.id, one]));
}

function flagsOf(
	kpi: RankedKpi,
	figure: Omit<RankingFigure, 'buckets'>,
	rank: number | null
): RankFlag[] {
	const { value, isProvisional, isSample } = figure;
	if (value === null) return [];
	const cases = casesOf(kpi, figure);
	const isSmall = cases !== null && cases < SMALL_DENOMINATOR;
	return RANK_FLAGS.filter(
		(flag) =>
			({
				small_numbers: isSmall,
				not_ranked: rank === null,
				provisional: isProvisional,
				sample: isSample
			})[flag]
	);
}

function order(a: RankedRegion, b: RankedRegion, direction: Direction): number {
	if (a.rank !== null && b.rank !== null) return a.rank - b.rank || byName(a, b);
	if (a.rank !== null || b.rank !== null) return a.rank === null ? 1 : -1;
	if (a.value === null || b.value === null) {
		return Number(a.value === null) - Number(b.value === null) || byName(a, b);
	}
	return (direction === 'lower' ? a.value - b.value : b.value - a.value) || byName(a, b);
}

function byName(a: RankedRegion, b: RankedRegion): number {
	return a.name < b.name ? -1 : 1;
}
