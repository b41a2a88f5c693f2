/** A calendar month as text, `YYYY-MM`: the form of the edge (URLs, API, forms). */
export type Month = string;

/** A calendar day as text, `YYYY-MM-DD`, in the time zone of whoever owns it. */
export type Day = string;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** Whether a text is a month between 1990 and 2100. */
export function isMonth(text: string): text is Month {
	const year = Number(MONTH.exec(text)?.[1]);
	return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** The month as the integer of the fact table: year x 12 + month - 1. */
export function monthIndex(month: Month): number {
	return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The inverse of {@link monthIndex}. */
export function monthFromIndex(index: number): Month {
	const year = Math.floor(index / 12);
	return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
}

/** Moves a month forwards, or backwards when `count` is negative. */
export function addMonths(month: Month, count: number): Month {
	return monthFromIndex(monthIndex(month) + count);
}

/** All months from one to another, both included; empty when `to` lies before `from`. */
export function monthRange(from: Month, to: Month): Month[] {
	const first = monthIndex(from);
	const length = Math.max(0, monthIndex(to) - first + 1);
	return Array.from({ length }, (_, i) => monthFromIndex(first + i));
}

/** The month of an instant in a time zone, by default that of western Indonesia. */
export function monthOf(instant: Date, timezone = 'Asia/Jakarta'): Month {
	return dayOf(instant, timezone).slice(0, 7);
}

/** The last month that has ended everywhere in Indonesia: the newest one that may be reported. */
export function lastCompletedMonth(instant: Date): Month {
	return addMonths(monthOf(instant), -1);
}

/** Building one is slow, and a page asks for today once for each of 514 regions. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone. */
export function dayOf(instant: Date, timezone = 'Asia/Jakarta'): Day {
	const known = dayFormats.get(timezone);
	const format = known ?? new Intl.DateTimeFormat('en-CA', { timeZone: timezone });
	if (!known) dayFormats.set(timezone, format);
	return format.format(instant);
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
	const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
	return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** Whether a text is a day that exists. */
export function isDay(text: string): text is Day {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Moves a day forwards, or backwards when `count` is negative. */
export function addDays(day: Day, count: number): Day {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + count);
	return date.toISOString().slice(0, 10);
}

/** Monday is 1 and Sunday 7, as in ISO 8601. */
export function weekdayOf(day: Day): number {
	return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
