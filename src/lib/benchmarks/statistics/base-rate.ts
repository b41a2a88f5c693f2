import { signOf, type Direction } from './direction.ts';
import { standardDeviation } from './moments.ts';

/** Fewer comparable starts than this say nothing about the odds. */
export const MIN_BASE_RATE = 10;

export interface BaseRate {
	/** Regions that started from about the same value. */
	readonly n: number;
	readonly reached: number;
	/** Who they are, for links to their write-ups. */
	readonly reachedIds: readonly string[];
}

/**
 * Of the regions that started within a quarter of a standard deviation of this one, how many made
 * the gain. Null when fewer than 10 did start there.
 * @param histories value at the start and at the end of the same span (12 or 24 months)
 */
export function baseRate(
	histories: readonly { readonly id: string; readonly start: number; readonly end: number }[],
	own: { readonly start: number; readonly gain: number },
	direction: Exclude<Direction, 'neutral'>
): BaseRate | null {
	const reach = 0.25 * standardDeviation(histories.map(({ start }) => start));
	const alike = histories.filter(({ start }) => Math.abs(start - own.start) <= reach);
	if (alike.length < MIN_BASE_RATE) return null;
	const reached = alike.filter(({ start, end }) => signOf(direction) * (end - start) >= own.gain);
	return { n: alike.length, reached: reached.length, reachedIds: reached.map(({ id }) => id) };
}
