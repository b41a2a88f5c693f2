import { addMonths, type Day, dayOf, lastCompletedMonth, type Month } from '#lib/core/period.ts';

/** A month's figures are due on this day of the next month, in the region's own time zone. */
const DUE_DAY = '10';

/** The last day on which a month's figures are in time. */
export function dueDay(month: Month): Day {
	return `${addMonths(month, 1)}-${DUE_DAY}`;
}

/** Whether the due day of a month has passed in a region. */
export function isOverdue(month: Month, now: Date, timezone: string): boolean {
	return dayOf(now, timezone) > dueDay(month);
}

/** Only months that have ended everywhere in Indonesia can be reported. */
export function isReportable(month: Month, now: Date): boolean {
	return month <= lastCompletedMonth(now);
}
