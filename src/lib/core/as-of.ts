import { dayOf, isDay, type Day, type Month } from './period.ts';

/** The last instant of a day in UTC, up to which something is known on it. */
export function endOfDay(day: Day): string {
	return `${day}T23:59:59.999Z`;
}

/** A day from an address; null for none and for what is no day. */
export function readAsOf(text: string | null): Day | null {
	return text !== null && isDay(text) ? text : null;
}

/** The end of an address that looks back to a day; empty for now. */
export function asOfSearch(asOf: Day | null): string {
	return asOf === null ? '' : `?as_of=${asOf}`;
}

/** Today in a time zone, or the day that is looked back to. */
export function todayThen(now: Date, timezone: string, asOf: Day | null | undefined): Day {
	const today = dayOf(now, timezone);
	return asOf && asOf < today ? asOf : today;
}

/** The month that runs on that day. */
export function monthThen(now: Date, timezone: string, asOf: Day | null | undefined): Month {
	return todayThen(now, timezone, asOf).slice(0, 7);
}
