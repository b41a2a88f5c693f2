import { dayOf, weekdayOf, type Day } from '#lib/core/period.ts';

const FIRST_HOUR = 7;
const SATURDAY = 6;

/** The reader's local day, when a digest is due: from 07.00 on, Monday to Friday, once a day. */
export function digestDay(now: Date, timezone: string, lastSentOn: Day | null): Day | null {
	const day = dayOf(now, timezone);
	return hourOf(now, timezone) >= FIRST_HOUR && weekdayOf(day) < SATURDAY && day !== lastSentOn
		? day
		: null;
}

/** The hour of the day in a time zone, 0 to 23. */
export function hourOf(now: Date, timezone: string): number {
	const format = { timeZone: timezone, hour: '2-digit', hourCycle: 'h23' } as const;
	return Number(new Intl.DateTimeFormat('en-GB', format).format(now));
}
