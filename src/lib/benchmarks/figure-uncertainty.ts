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

/** Only a proportion of counted cases says how sure it is. */
export function uncertaintyOf(
	kpi: CountedKpi,
	{ numerator, denominator }: Counted
): Uncertainty | null {
	if (!isChance(kpi) || numerator === null || denominator === null) return null;
	return { kind: 'proportion', numerator, denominator };
}

/** The 95 % interval of a share of cases, in per cent; nulls where the value is no such share. */
export function valueInterval(
	kpi: CountedKpi,
	{ value, numerator, denominator }: Counted
): { low: number | null; high: number | null } {
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
