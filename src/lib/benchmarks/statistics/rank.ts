import { bestFirst, type Direction } from './direction.ts';
import { roundTo } from './round.ts';

/** A denominator under this many cases says too little to be ranked. */
export const MIN_RANKED_DENOMINATOR = 10;

/** A denominator under this many cases is marked, because the value moves a lot by chance. */
export const SMALL_DENOMINATOR = 30;

/** A month is ranked only when at least this share of the group has reported. */
export const MIN_REPORTING_SHARE = 0.6;

export interface RankEntry {
	readonly id: string;
	/** In the unit that is published; null when missing or suppressed. */
	readonly value: number | null;
	/** Cases behind the value; null for counts and published scores, which have none. */
	readonly denominator: number | null;
	/** Provisional and disputed values are shown, but they take no place. */
	readonly isProvisional?: boolean;
}

export type UnrankedReason = 'missing' | 'provisional' | 'small_denominator';

export interface Ranked {
	readonly id: string;
	/** Rounded to the KPI's decimals: the number that was ranked and is shown. */
	readonly value: number | null;
	/** 1 is best; null when unranked. */
	readonly rank: number | null;
	/** How many regions share this rank, itself included; 0 when unranked. */
	readonly tied: number;
	/** 0 (worst) to 100 (best) by mid-rank; null when unranked or alone. */
	readonly percentile: number | null;
	/** How many regions are ranked. */
	readonly of: number;
	readonly unranked: UnrankedReason | null;
	/** The denominator is under {@link SMALL_DENOMINATOR}. */
	readonly isSmall: boolean;
}

/**
 * Ranks regions, best first, in competition ranking ("1224"). Values are rounded to the KPI's
 * decimals before ranking, so that values which look equal are equal. The order of the answer is
 * that of the input. Source: reference 2.3.
 */
export function rankRegions(
	entries: readonly RankEntry[],
	options: { readonly direction: Direction; readonly decimals: number }
): Ranked[] {
	const rounded = entries.map(({ value }) =>
		value === null ? null : roundTo(value, options.decimals)
	);
	const reasons = entries.map(whyUnranked);
	const ranked = rounded
		.filter((value, i): value is number => value !== null && reasons[i] === null)
		.toSorted(bestFirst(options.direction));

	const first = new Map<number, number>();
	const count = new Map<number, number>();
	for (const [i, value] of ranked.entries()) {
		if (!first.has(value)) first.set(value, i + 1);
		count.set(value, (count.get(value) ?? 0) + 1);
	}

	return entries.map(({ id, denominator }, i) => {
		const value = rounded[i] ?? null;
		const unranked = reasons[i] ?? null;
		const isSmall = denominator !== null && denominator < SMALL_DENOMINATOR;
		const rank = value === null || unranked ? null : (first.get(value) ?? null);
		if (value === null || rank === null) {
			return {
				id,
				value,
				rank: null,
				tied: 0,
				percentile: null,
				of: ranked.length,
				unranked,
				isSmall
			};
		}
		const tied = count.get(value) ?? 1;
		const percentile = percentileOfRank(rank, tied, ranked.length);
		return { id, value, rank, tied, percentile, of: ranked.length, unranked, isSmall };
	});
}

function whyUnranked({ value, denominator, isProvisional }: RankEntry): UnrankedReason | null {
	if (value === null) return 'missing';
	if (denominator !== null && denominator < MIN_RANKED_DENOMINATOR) return 'small_denominator';
	return isProvisional ? 'provisional' : null;
}

/**
 * The percentile position of a rank by mid-rank:
 * 100 (number worse + half the others that are equal) / (n - 1).
 * @returns 0 (worst) to 100 (best), or null when the region is alone
 */
export function percentileOfRank(rank: number, tied: number, n: number): number | null {
	if (n < 2) return null;
	const worse = n - (rank - 1) - tied;
	return (100 * (worse + 0.5 * (tied - 1))) / (n - 1);
}

/** Whether enough of a group has reported for its month to be ranked. */
export function isRankable(reported: number, expected: number): boolean {
	return expected > 0 && reported / expected >= MIN_REPORTING_SHARE;
}
