import type { Buckets } from './statistics/buckets.ts';
import { medianInterval, type MedianOfCases } from './statistics/median-interval.ts';
import { MIN_RANKED_DENOMINATOR } from './statistics/rank.ts';
import type { Uncertainty } from './statistics/rank-interval.ts';
import { wilsonInterval } from './statistics/wilson.ts';

/** What decides how sure the figures of a KPI are. */
interface CountedKpi {
	readonly kind: string;
	/** `coverage` for counts of all districts there are. */
	readonly derivation?: string;
}

interface Counted {
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	/** Of a KPI of durations. */
	readonly buckets?: Buckets | null;
}

/**
 * Whether the value would come out a little different by chance: a share of cases would. A share
 * of districts is no sample, because the register names every one of them.
 */
function isChance({ kind, derivation }: CountedKpi): boolean {
	return kind === 'proportion' && derivation !== 'coverage';
}

/** The cases that a value rests on, where few of them make it unsure. */
export function casesOf(
	{ derivation }: Pick<CountedKpi, 'derivation'>,
	{ denominator }: Pick<Counted, 'denominator'>
): number | null {
	return derivation === 'coverage' ? null : denominator;
}

/** A median in hours with its cases; null where the KPI is another one or the cases are unknown. */
function medianOf({ kind }: CountedKpi, { value, buckets }: Counted): MedianOfCases | null {
	return kind === 'distribution' && value !== null && buckets ? { value, buckets } : null;
}

/** A proportion of counted cases and a median of durations say how sure they are. */
export function uncertaintyOf(kpi: CountedKpi, figure: Counted): Uncertainty | null {
	const { numerator, denominator } = figure;
	const median = medianOf(kpi, figure);
	if (median) return { kind: 'median', ...median };
	if (!isChance(kpi) || numerator === null || denominator === null) return null;
	return { kind: 'proportion', numerator, denominator };
}

/**
 * The 95 % interval of a share of cases, in per cent, or of a median of durations; nulls where the
 * value is neither.
 */
export function valueInterval(
	kpi: CountedKpi,
	figure: Counted
): { low: number | null; high: number | null } {
	const { value, numerator, denominator } = figure;
	const median = medianOf(kpi, figure);
	if (median) return medianInterval(median) ?? { low: null, high: null };
	if (!isChance(kpi) || value === null || numerator === null || denominator === null) {
		return { low: null, high: null };
	}
	const interval = wilsonInterval(numerator, denominator);
	return { low: interval && 100 * interval.low, high: interval && 100 * interval.high };
}

/** Whether a figure rests on too few cases for a place in a ranking. */
export function isTooSmall(
	kpi: Pick<CountedKpi, 'derivation'>,
	{ denominator }: { readonly denominator: number | null }
): boolean {
	const cases = casesOf(kpi, { denominator });
	return cases !== null && cases < MIN_RANKED_DENOMINATOR;
}
