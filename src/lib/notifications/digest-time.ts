import { dayOf, weekdayOf, type Day } from '#lib/core/period.ts';

const FIRST_HOUR = 7;
const SATURDAY = 6;

/** Where somebody reads, and the last day with a digest. */
export interface DigestReading {
	readonly timezone: string;
	readonly lastSentOn: Day | null;
	/** National and collective holidays and those of the reader's region. */
	readonly holidays: ReadonlySet<Day>;
}

/** The reader's local day, when a digest is due: from 07.00 on, once a working day. */
export function digestDay(
	now: Date,
	{ timezone, lastSentOn, holidays }: DigestReading
): Day | null {
	const day = dayOf(now, timezone);
	const isWorkday = weekdayOf(day) < SATURDAY && !holidays.has(day);
	return hourOf(now, timezone) >= FIRST_HOUR && isWorkday && day !== lastSentOn ? day : null;
}

/** The hour of the day in a time zone, 0 to 23. */
export function hourOf(now: Date, timezone: string): number {
	const format = { timeZone: timezone, hour: '2-digit', hourCycle: 'h23' } as const;
	return Number(new Intl.DateTimeFormat('en-GB', format).format(now));
}
