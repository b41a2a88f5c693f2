import type { TrendSeries } from './model-trend.ts';

/** With more months than this, markers at every point would hide the lines. */
const MARKED_MONTHS = { narrow: 13, wide: 25 };

/**
 * Which points of a line get a marker: all of a short one; of a long one the last, those that are
 * provisional, and those alone between gaps, which nothing else would show.
 */
export function markedPoints({ points }: TrendSeries, isNarrow: boolean): boolean[] {
	const isShort = points.length <= MARKED_MONTHS[isNarrow ? 'narrow' : 'wide'];
	const last = points.findLastIndex(({ value }) => value !== null);
	const isThere = (i: number) => (points[i]?.value ?? null) !== null;
	return points.map(({ value, isProvisional }, i) => {
		if (value === null) return false;
		const isAlone = !isThere(i - 1) && !isThere(i + 1);
		return isShort || i === last || isProvisional || isAlone;
	});
}
