import { mean, sum } from './moments.ts';

/** One region's (or month's) share in a group; null numerator when it has not reported. */
export interface Part {
	readonly numerator: number | null;
	/** Null for counts, which have no denominator. */
	readonly denominator: number | null;
	/** What its denominator usually is, so that a missing part is missed by its size. */
	readonly usualDenominator?: number | null;
}

/** Under this coverage a group's value is shown as incomplete, and under the second not at all. */
export const COMPLETE_SHARE = 0.8;
export const USABLE_SHARE = 0.5;

export interface Aggregate {
	readonly numerator: number;
	/** Null for counts. */
	readonly denominator: number | null;
	/** sum(num) / sum(den), or sum(num) for counts; null without cases or under half the coverage. */
	readonly value: number | null;
	/** Parts that are present. */
	readonly nRegions: number;
	readonly nExpected: number;
	/** The share of the usual denominator that is present, 0 to 1. */
	readonly denShare: number;
	readonly isIncomplete: boolean;
}

/**
 * The value of a group or a longer period: sum of numerators over sum of denominators, never the
 * average of ratios. A missing part weighs what it usually weighs; one that never reported weighs
 * as much as the average part. Source: reference 2.2.
 */
export function aggregate(parts: readonly Part[], kind: 'ratio' | 'count' = 'ratio'): Aggregate {
	const present = parts.filter((part) => isPresent(part, kind));
	const numerator = sum(present.map((part) => part.numerator ?? 0));
	const denominator = kind === 'count' ? null : sum(present.map((part) => part.denominator ?? 0));
	const denShare = shareOf(parts, kind);

	const hasCases = kind === 'count' ? present.length > 0 : denominator !== null && denominator > 0;
	const value = hasCases && denShare >= USABLE_SHARE ? numerator / (denominator ?? 1) : null;
	return {
		numerator,
		denominator,
		value,
		nRegions: present.length,
		nExpected: parts.length,
		denShare,
		isIncomplete: denShare < COMPLETE_SHARE
	};
}

function isPresent(part: Part, kind: 'ratio' | 'count'): boolean {
	return part.numerator !== null && (kind === 'count' || part.denominator !== null);
}

function shareOf(parts: readonly Part[], kind: 'ratio' | 'count'): number {
	const known = parts.map(
		(part) => part.usualDenominator ?? (kind === 'ratio' ? part.denominator : null)
	);
	const usual = known.filter((weight) => weight !== null);
	const typical = usual.length > 0 ? mean(usual) : 1;
	const weighed = parts.map((part, i) => ({
		isPresent: isPresent(part, kind),
		weight: known[i] ?? typical
	}));
	const total = sum(weighed.map(({ weight }) => weight));
	const present = weighed.filter((part) => part.isPresent);
	if (total === 0) return parts.length === 0 ? 0 : present.length / parts.length;
	return sum(present.map(({ weight }) => weight)) / total;
}
