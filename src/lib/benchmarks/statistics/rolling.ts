import { sum } from './moments.ts';

export const ROLLING_MONTHS = 12;

/** How many of the twelve months must be there. */
export const MIN_ROLLING_MONTHS = 10;

export interface Ratio {
	readonly numerator: number;
	/** Null for counts. */
	readonly denominator: number | null;
}

export interface RollingValue extends Ratio {
	readonly value: number;
	/** Months present, 10 to 12. */
	readonly months: number;
}

/**
 * The rolling twelve months: sum(num) / sum(den) over each month and the eleven before it, when at
 * least 10 of the 12 are there. For counts the sum alone, and then only over all 12, because a sum
 * with a hole is too small. Source: reference 2.7.
 * @param months a complete list of months in order; null where a month is missing
 * @returns one value for each month, null where it cannot be said
 */
export function rollingYear(months: readonly (Ratio | null)[]): (RollingValue | null)[] {
	return months.map((_, i) => {
		if (i < ROLLING_MONTHS - 1) return null;
		const present = months.slice(i - ROLLING_MONTHS + 1, i + 1).filter((month) => month !== null);
		return rollingValue(present);
	});
}

function rollingValue(present: readonly Ratio[]): RollingValue | null {
	const isCount = present.some(({ denominator }) => denominator === null);
	if (present.length < (isCount ? ROLLING_MONTHS : MIN_ROLLING_MONTHS)) return null;

	const numerator = sum(present.map((month) => month.numerator));
	if (isCount) return { numerator, denominator: null, value: numerator, months: present.length };

	const denominator = sum(present.map((month) => month.denominator ?? 0));
	if (denominator === 0) return null;
	return { numerator, denominator, value: numerator / denominator, months: present.length };
}

/**
 * The value of the same month last year, in a complete list of months.
 * Null when there is none: a neighbouring month is another season and never stands in.
 */
export function sameMonthLastYear(
	values: readonly (number | null)[],
	position: number
): number | null {
	return values[position - ROLLING_MONTHS] ?? null;
}
