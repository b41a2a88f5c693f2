import { mean } from './moments.ts';
import { median } from './quantile.ts';

export const MONTHS_OF_YEAR = 12;

/** Published months from which on a season can be told from chance: three of each month. */
export const MIN_SEASON_MONTHS = 36;

/** Months on each side of a centred mean; the outer two count half, so that no month counts twice. */
const REACH = 6;

/** Fewer deviations of a month of the year than this are an accident, not a season. */
const MIN_DEVIATIONS = 2;

/**
 * What each month of the year usually adds to the level of a series: the median, for each month of
 * the year, of the deviations from a 13-term centred mean (the middle eleven months whole, the
 * outer two by half), less the mean of the twelve, so that taking them out leaves the level as it is.
 * A mean that would reach across a missing month is not made.
 * @param values a complete list of months, null where one is missing
 * @returns twelve effects, for positions 0, 1, 2, … of the list (modulo 12); null with fewer than
 * 36 values, or where the gaps leave a month of the year fewer than two deviations
 * Source: reference 2.7.
 */
export function seasonOf(values: readonly (number | null)[]): readonly number[] | null {
	if (values.filter((value) => value !== null).length < MIN_SEASON_MONTHS) return null;
	const deviations = Array.from({ length: MONTHS_OF_YEAR }, (): number[] => []);
	for (const [i, value] of values.entries()) {
		const level = centredMean(values, i);
		if (value !== null && level !== null) deviations[i % MONTHS_OF_YEAR]?.push(value - level);
	}
	if (deviations.some((each) => each.length < MIN_DEVIATIONS)) return null;
	const effects = deviations.map((each) => median(each) ?? 0);
	const centre = mean(effects);
	return effects.map((effect) => effect - centre);
}

/** What the season adds at a position of the list it was made from. */
export function seasonAt(season: readonly number[] | null, position: number): number {
	return season?.[position % MONTHS_OF_YEAR] ?? 0;
}

function centredMean(values: readonly (number | null)[], centre: number): number | null {
	if (centre < REACH || centre + REACH >= values.length) return null;
	let total = 0;
	for (let offset = -REACH; offset <= REACH; offset++) {
		const value = values[centre + offset] ?? null;
		if (value === null) return null;
		total += Math.abs(offset) === REACH ? value / 2 : value;
	}
	return total / MONTHS_OF_YEAR;
}
