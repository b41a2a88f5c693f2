import { addDays, isDay, weekdayOf, type Day } from '#lib/core/period.ts';
import type { Holiday, Host, HostBlackout, HostWindow } from '#lib/database/tables/visits.ts';
import { addWorkingDays } from './working-days.ts';

/** Why a dated session cannot be asked for. */
export type ClosedReason =
	| {
			readonly code: 'holiday' | 'collective_leave' | 'regional_holiday' | 'blackout' | 'open_day';
			readonly nameId: string;
			readonly nameEn: string;
	  }
	| {
			readonly code: 'past' | 'too_soon' | 'beyond_horizon' | 'taken' | 'day_full' | 'month_full';
	  };

/** Whether nobody works or receives on the whole day, whatever was promised before. */
export function isClosedDay(reason: ClosedReason | null): reason is ClosedReason {
	return reason !== null && 'nameId' in reason && reason.code !== 'open_day';
}

const HOLIDAY_CODES = {
	national: 'holiday',
	collective_leave: 'collective_leave',
	regional: 'regional_holiday'
} as const;

/** A window of a host on a day. Times are the host's wall clock. */
export interface Session {
	/** Stable: `<window>@<day>`. */
	readonly id: string;
	readonly windowId: string;
	readonly day: Day;
	readonly startsAt: string;
	readonly endsAt: string;
	/** How many visits it takes. */
	readonly slots: number;
	readonly slotsLeft: number;
	readonly peopleLeft: number;
	readonly closedReason: ClosedReason | null;
	/** The name of an open study day, which several regions may join; null for a weekly session. */
	readonly openDay: string | null;
	/** Taken, but a second region may join the visit that has it. */
	readonly isJoinable: boolean;
}

/** What is already promised, and which days are closed. */
export interface Bookings {
	/** Taken slots by session id. */
	readonly claims: ReadonlyMap<string, number>;
	/** How many of the taken slots are only held. */
	readonly held: ReadonlyMap<string, number>;
	readonly days: ReadonlyMap<Day, { readonly visits: number; readonly people: number }>;
	/** Visits by month, `YYYY-MM`. */
	readonly months: ReadonlyMap<string, number>;
	readonly holidays: ReadonlyMap<Day, Pick<Holiday, 'kind' | 'nameId' | 'nameEn'>>;
	readonly blackouts: readonly HostBlackout[];
}

type Capacity = Pick<
	Host,
	| 'leadWorkingDays'
	| 'horizonDays'
	| 'peoplePerVisit'
	| 'peoplePerDay'
	| 'visitsPerDay'
	| 'visitsPerMonth'
	| 'jointOffered'
>;

/** Closed only because another visit has the place. */
const FULL: readonly string[] = ['taken', 'day_full', 'month_full'];

export function sessionId(windowId: string, day: Day): string {
	return `${windowId}@${day}`;
}

/** The window and day of a session id, or null when it is not one. */
export function parseSessionId(id: string): { windowId: string; day: Day } | null {
	const parts = /^([\w-]{1,80})@(\d{4}-\d{2}-\d{2})$/.exec(id);
	const [, windowId, day] = parts ?? [];
	return windowId && day && isDay(day) ? { windowId, day } : null;
}

/** The first and the last day that may be asked for, seen from the host's today. */
export function bookableRange(
	host: Pick<Host, 'leadWorkingDays' | 'horizonDays'>,
	today: Day,
	holidays: ReadonlySet<Day>
): { first: Day; last: Day } {
	return {
		first: addWorkingDays(today, host.leadWorkingDays, holidays),
		last: addDays(today, host.horizonDays)
	};
}

/**
 * The sessions of a host from one day to another, in order, each with what is left of it and,
 * where it cannot be asked for, why. Weekdays without a window have no session at all.
 * @param today the host's local day.
 */
export function listSessions(
	host: Capacity,
	windows: readonly HostWindow[],
	bookings: Bookings,
	{ from, to, today }: { from: Day; to: Day; today: Day }
): Session[] {
	const range = bookableRange(host, today, new Set(bookings.holidays.keys()));
	const sessions: Session[] = [];
	for (let day = from; day <= to; day = addDays(day, 1)) {
		const inDay = windows.filter((candidate) => isOpenOn(candidate, day));
		const openDay = inDay.find(({ kind }) => kind === 'open_day');
		for (const window of inDay) {
			sessions.push(sessionOn(host, window, bookings, day, { ...range, today, openDay }));
		}
	}
	return sessions;
}

function isOpenOn({ weekday, validFrom, validTo }: HostWindow, day: Day): boolean {
	return (
		weekday === weekdayOf(day) &&
		(validFrom === null || validFrom <= day) &&
		(validTo === null || validTo >= day)
	);
}

interface DayFacts {
	readonly first: Day;
	readonly last: Day;
	readonly today: Day;
	/** The open study day that takes the whole day, if there is one. */
	readonly openDay: HostWindow | undefined;
}

function sessionOn(
	host: Capacity,
	window: HostWindow,
	bookings: Bookings,
	day: Day,
	{ first, last, today, openDay }: DayFacts
): Session {
	const id = sessionId(window.id, day);
	const isOpenDay = window.kind === 'open_day';
	const counted = bookings.days.get(day) ?? { visits: 0, people: 0 };
	const taken = bookings.claims.get(id) ?? 0;
	const slotsLeft = Math.max(0, window.slots - taken);
	const inDay = (isOpenDay ? window.people : null) ?? host.peoplePerDay;
	const peopleLeft = Math.max(0, Math.min(host.peoplePerVisit, inDay - counted.people));
	const closed = closedReason();

	return {
		id,
		windowId: window.id,
		day,
		startsAt: window.startsAt,
		endsAt: window.endsAt,
		slots: window.slots,
		slotsLeft,
		peopleLeft,
		closedReason: closed,
		openDay: isOpenDay ? window.title : null,
		isJoinable:
			host.jointOffered === 1 &&
			!isOpenDay &&
			closed !== null &&
			FULL.includes(closed.code) &&
			slotsLeft === 0 &&
			taken > (bookings.held.get(id) ?? 0) &&
			peopleLeft > 0
	};

	function closedReason(): ClosedReason | null {
		if (day < today) return { code: 'past' };
		const holiday = bookings.holidays.get(day);
		if (holiday) {
			const { kind, nameId, nameEn } = holiday;
			return { code: HOLIDAY_CODES[kind], nameId, nameEn };
		}
		const blackout = bookings.blackouts.find(
			({ fromDay, toDay }) => fromDay <= day && day <= toDay
		);
		if (blackout) {
			return { code: 'blackout', nameId: blackout.reasonId, nameEn: blackout.reasonEn };
		}
		if (openDay && openDay.id !== window.id) {
			return { code: 'open_day', nameId: openDay.title, nameEn: openDay.title };
		}
		if (day < first) return { code: 'too_soon' };
		if (day > last) return { code: 'beyond_horizon' };
		if (slotsLeft === 0) return { code: 'taken' };
		if (peopleLeft === 0) return { code: 'day_full' };
		if (isOpenDay) return null;
		if (counted.visits >= host.visitsPerDay) return { code: 'day_full' };
		const inMonth = bookings.months.get(day.slice(0, 7)) ?? 0;
		return inMonth >= host.visitsPerMonth ? { code: 'month_full' } : null;
	}
}
