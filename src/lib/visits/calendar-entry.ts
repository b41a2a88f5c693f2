import type { Day } from '#lib/core/period.ts';
import type { VisitCalendar } from '#lib/database/tables/visit-parts.ts';
import type { Visit, VisitState } from '#lib/database/tables/visits.ts';

/** When and where a visit is, on the host's clock. */
export interface Whereabouts {
	readonly day: Day;
	readonly startsAt: string;
	readonly endsAt: string;
	readonly place: string;
}

/** What calendars should show of a visit: nothing is `gone` for those who have an entry of it. */
export type WantedEntry = (Whereabouts & { readonly status: 'TENTATIVE' | 'CONFIRMED' }) | 'gone';

type Entry = Pick<VisitCalendar, 'sequence' | 'status' | 'day' | 'startsAt' | 'endsAt' | 'place'>;

const DATED: readonly VisitState[] = [
	'scheduled',
	'change_proposed',
	'completed',
	'reported',
	'closed',
	'no_show'
];

/**
 * What the entry of a visit should show: a dated visit, or the session held for it as long as it
 * is only offered. Of several sessions none is the visit yet, and an invitation has one UID
 * (RFC 5546, 3.2.2): they stand in the mail and, each by itself, in the calendars that are fetched.
 */
export function wantedEntry(
	visit: Pick<Visit, 'state'>,
	session: Whereabouts | null,
	holds: readonly Whereabouts[]
): WantedEntry {
	if (DATED.includes(visit.state) && session) return { ...session, status: 'CONFIRMED' };
	const [hold, another] = holds;
	if (visit.state === 'countered' && hold && !another) return { ...hold, status: 'TENTATIVE' };
	return 'gone';
}

/**
 * The entry that follows: SEQUENCE begins at 0 and grows by one when time, place or status change
 * (RFC 5546, 2.1.4). Null when nothing changes, and for a visit that never had an entry.
 */
export function nextEntry(previous: Entry | undefined, wanted: WantedEntry): Entry | null {
	if (wanted === 'gone') {
		if (!previous || previous.status === 'CANCELLED') return null;
		return { ...previous, status: 'CANCELLED', sequence: previous.sequence + 1 };
	}
	if (!previous) return { ...wanted, sequence: 0 };
	const isSame = (['status', 'day', 'startsAt', 'endsAt', 'place'] as const).every(
		(name) => previous[name] === wanted[name]
	);
	return isSame ? null : { ...wanted, sequence: previous.sequence + 1 };
}
