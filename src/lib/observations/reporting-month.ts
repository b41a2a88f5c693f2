import {
	addDays,
	addMonths,
	type Day,
	dayOf,
	lastCompletedMonth,
	type Month
} from '#lib/core/period.ts';

/** A month's figures are due on this day of the next month unless the region has set another. */
export const DEFAULT_DUE_DAY = 10;
/** Every month has it. */
export const LAST_DUE_DAY = 28;

/** From a month on a region's figures are due on this day of the next month. */
export interface DueRule {
	readonly fromMonth: Month;
	readonly dueDay: number;
}

/** The day of the next month on which a month is due: by the rule that began last. */
export function dueDayNumber(month: Month, rules: readonly DueRule[] = []): number {
	const holding = rules.filter(({ fromMonth }) => fromMonth <= month);
	const newest = holding.reduce<DueRule | null>(
		(found, rule) => (found && found.fromMonth > rule.fromMonth ? found : rule),
		null
	);
	return newest?.dueDay ?? DEFAULT_DUE_DAY;
}

/**
 * The last day on which a month's figures are in time, in the region's own time zone.
 * @param rules of the region, in the order in which they were set
 */
export function dueDay(month: Month, rules: readonly DueRule[] = []): Day {
	return `${addMonths(month, 1)}-${String(dueDayNumber(month, rules)).padStart(2, '0')}`;
}

/** Whether the due day of a month has passed in a region. */
export function isOverdue(
	month: Month,
	now: Date,
	timezone: string,
	rules: readonly DueRule[] = []
): boolean {
	return dayOf(now, timezone) > dueDay(month, rules);
}

/** Only months that have ended everywhere in Indonesia can be reported. */
export function isReportable(month: Month, now: Date): boolean {
	return month <= lastCompletedMonth(now);
}

/** What a reminder says about a month's due day. */
export type ReminderStep = 'soon' | 'today' | 'late';

const DAYS_BEFORE = 3;
/** Later than this the month is not news any more; the dashboard goes on to say so. */
const DAYS_AFTER = 10;

/** Which reminder a day calls for: in the three days before the due day, on it, or after it. */
export function reminderStep(today: Day, due: Day): ReminderStep | null {
	if (today === due) return 'today';
	if (today < due) return today >= addDays(due, -DAYS_BEFORE) ? 'soon' : null;
	return today <= addDays(due, DAYS_AFTER) ? 'late' : null;
}
