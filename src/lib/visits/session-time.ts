import { dayOf, type Day } from '#lib/core/period.ts';

/** `09:00` and the like on a day of a time zone. */
export interface LocalSession {
	readonly day: Day;
	readonly startsAt: string;
	readonly endsAt: string;
	/** IANA name, such as `Asia/Makassar`. */
	readonly timezone: string;
}

/**
 * The instant of a wall clock time on a day in a zone, from the time zone database and never from
 * the clock of whoever computes it.
 */
export function instantOf(day: Day, time: string, timezone: string): Date {
	const asIfUtc = Date.parse(`${day}T${time.slice(0, 5)}:00Z`);
	return new Date(asIfUtc - offsetMs(new Date(asIfUtc), timezone));
}

/** The wall clock time, `09:00`, of an instant in a zone. */
export function clockOf(instant: Date, timezone: string): string {
	return new Intl.DateTimeFormat('en-GB', {
		timeZone: timezone,
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	}).format(instant);
}

/** The same session on the wall clock of another zone, or null when both clocks agree. */
export function inZone(session: LocalSession, timezone: string): LocalSession | null {
	const start = instantOf(session.day, session.startsAt, session.timezone);
	const end = instantOf(session.day, session.endsAt, session.timezone);
	const startsAt = clockOf(start, timezone);
	const day = dayOf(start, timezone);
	if (startsAt === session.startsAt.slice(0, 5) && day === session.day) return null;
	return { day, startsAt, endsAt: clockOf(end, timezone), timezone };
}

/** How far a zone is ahead of UTC at an instant. */
function offsetMs(instant: Date, timezone: string): number {
	const local = `${dayOf(instant, timezone)}T${clockOf(instant, timezone)}:00Z`;
	return Date.parse(local) - Math.floor(instant.getTime() / 60_000) * 60_000;
}
