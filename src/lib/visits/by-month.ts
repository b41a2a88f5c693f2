import type { Day } from '#lib/core/period.ts';
import type { Session } from './sessions.ts';

/** The sessions of one day. */
export interface SessionDay {
	readonly day: Day;
	readonly sessions: readonly Session[];
}

/** Sessions, already in order, by month (`YYYY-MM`) and day: the list-first calendar. */
export function groupByMonth(
	sessions: readonly Session[]
): { month: string; days: SessionDay[]; open: number }[] {
	const months = new Map<string, Map<Day, Session[]>>();
	for (const session of sessions) {
		const days = getOrSet(months, session.day.slice(0, 7), () => new Map<Day, Session[]>());
		getOrSet(days, session.day, () => []).push(session);
	}
	return [...months].map(([month, days]) => ({
		month,
		days: [...days].map(([day, inDay]) => ({ day, sessions: inDay })),
		open: [...days.values()].flat().filter(({ closedReason }) => closedReason === null).length
	}));
}

function getOrSet<K, V>(map: Map<K, V>, key: K, make: () => V): V {
	const known = map.get(key);
	if (known !== undefined) return known;
	const made = make();
	map.set(key, made);
	return made;
}
