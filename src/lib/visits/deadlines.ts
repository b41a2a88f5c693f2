import { addDays, type Day } from '#lib/core/period.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

/** Each side has this many working days to answer the other. */
export const ANSWER_WORKING_DAYS = 5;

/** An unanswered request expires this many working days after its deadline. */
export const GRACE_WORKING_DAYS = 3;

/** A report that nobody corrects counts as confirmed after so many working days. */
export const CONFIRM_WORKING_DAYS = 5;

/** How far the side that must act has used up its time, as it is reminded: in percent. */
export type ReminderStage = 0 | 50 | 80 | 100;

/** The working days from today until a deadline, both included; 0 once it has passed. */
export function workingDaysLeft(today: Day, due: Day, holidays: ReadonlySet<Day>): number {
	let left = 0;
	for (let day = today; day <= due; day = addDays(day, 1)) {
		if (isWorkingDay(day, holidays)) left++;
	}
	return left;
}

/**
 * The share of the time that has gone by, in the steps of the reminders. The last of five days
 * begins with four of them, 80 %, used up; the day after the deadline with all of them.
 */
export function reminderStage(daysLeft: number): ReminderStage {
	const used = (ANSWER_WORKING_DAYS - daysLeft) / ANSWER_WORKING_DAYS;
	if (used >= 1) return 100;
	if (used >= 0.8) return 80;
	return used >= 0.5 ? 50 : 0;
}

/** Whether a deadline passed so long ago that the request expires. */
export function isExpired(today: Day, due: Day, holidays: ReadonlySet<Day>): boolean {
	return today > addWorkingDays(due, GRACE_WORKING_DAYS, holidays);
}
