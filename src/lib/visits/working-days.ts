import { addDays, weekdayOf, type Day } from '#lib/core/period.ts';

const SATURDAY = 6;

/** Monday to Friday, unless it is a holiday or collective leave (Perpres 21/2023). */
export function isWorkingDay(day: Day, holidays: ReadonlySet<Day>): boolean {
	return weekdayOf(day) < SATURDAY && !holidays.has(day);
}

/** The day that is `count` working days after another; the day itself does not count. */
export function addWorkingDays(day: Day, count: number, holidays: ReadonlySet<Day>): Day {
	let result = day;
	for (let left = count; left > 0;) {
		result = addDays(result, 1);
		if (isWorkingDay(result, holidays)) left--;
	}
	return result;
}
