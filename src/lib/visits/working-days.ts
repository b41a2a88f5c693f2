import { addDays, weekdayOf, type Day } from '#lib/core/period.ts';

const SATURDAY = 6;

/** Monday to Friday, unless it is a holiday or collective leave (Perpres 21/2023). */
export function isWorkingDay(day: Day, holidays: ReadonlySet<Day>): boolean {
	return weekdayOf(day) < SATURDAY && !holidays.has(day);
}

/**
 * The day that is `count` working days after another, or before it when `count` is negative; the
 * day itself does not count.
 */
export function addWorkingDays(day: Day, count: number, holidays: ReadonlySet<Day>): Day {
	let result = day;
	for (let left = Math.abs(count); left > 0;) {
		result = addDays(result, Math.sign(count));
		if (isWorkingDay(result, holidays)) left--;
	}
	return result;
}
