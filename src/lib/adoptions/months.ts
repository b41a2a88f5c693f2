import { addMonths, lastDayOf, type Day } from '#lib/core/period.ts';

/** A commitment is looked at again this many months after the report. */
export const checkMonths = [3, 6, 12] as const;

/** The day so many months later; the last of the month where that has no such day. */
export function addMonthsToDay(day: Day, count: number): Day {
	const month = addMonths(day.slice(0, 7), count);
	const same = `${month}-${day.slice(8)}`;
	const last = lastDayOf(month);
	return same > last ? last : same;
}
