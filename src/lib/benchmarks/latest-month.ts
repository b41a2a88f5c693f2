import type { MonthIndex } from '#lib/database/tables/values.ts';
import { isRankable } from './statistics/rank.ts';

/** How many regions of a group have a value in a month. */
export interface Reporting {
	readonly month: MonthIndex;
	readonly n: number;
	readonly nExpected: number;
}

/**
 * The month to show when nobody chose one: the newest in which enough of the group has reported to
 * be ranked, or else simply the newest. Null without any.
 */
export function chooseMonth(months: readonly Reporting[]): MonthIndex | null {
	const newestFirst = months.toSorted((a, b) => b.month - a.month);
	const full = newestFirst.find(({ n, nExpected }) => isRankable(n, nExpected));
	return (full ?? newestFirst[0])?.month ?? null;
}
