import { newId } from '#lib/core/ids.ts';
import type { Context } from '#lib/core/context.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { VisitCalendar } from '#lib/database/tables/visit-parts.ts';
import { nextEntry, wantedEntry, type Whereabouts } from '../calendar-entry.ts';
import * as calendar from './calendar-repository.ts';
import type { VisitWithNames } from './repository.ts';

type WriteContext = Pick<Context, 'db' | 'now'>;

/** Places are the same in every language: an address, or that people meet on line. */
const ONLINE = 'Daring (online)';

/** The sessions that are held for a visit while it chooses among them, the earliest first. */
export async function heldSessions(
	ctx: WriteContext,
	visit: VisitWithNames
): Promise<(Whereabouts & { readonly claimedAt: string })[]> {
	const place = await placeOf(ctx, visit);
	const holds = await calendar.listHolds(ctx.db, visit.id, ctx.now().toISOString());
	return holds.map((hold) => ({ ...hold, place }));
}

/** Where a visit is: the host's address, or on line. */
export async function placeOf({ db }: Pick<Context, 'db'>, visit: VisitWithNames): Promise<string> {
	if (visit.mode === 'online') return ONLINE;
	return (await calendar.findAddress(db, visit.hostRegionCode)) || visit.hostName;
}

/**
 * Brings the calendar entry of a visit up to date and returns it, or undefined when the visit
 * never had one. Whoever shows the entry to anybody calls this first, so each version that
 * leaves the site is stored with its SEQUENCE before.
 */
export async function refreshEntry(
	ctx: WriteContext,
	visit: VisitWithNames
): Promise<VisitCalendar | undefined> {
	return inTransaction(ctx, async ({ db, now }) => {
		const at = now().toISOString();
		const place = await placeOf({ db }, visit);
		const { sessionDay: day, startsAt, endsAt } = visit;
		const session = day && startsAt && endsAt ? { day, startsAt, endsAt, place } : null;
		const holds = await heldSessions({ db, now }, visit);
		const previous = await calendar.findEntry(db, visit.id);
		const next = nextEntry(previous, wantedEntry(visit, session, holds));
		if (!next) return previous;
		const { sequence, status } = next;
		const entry: VisitCalendar = {
			visitId: visit.id,
			uid: previous?.uid ?? newId(),
			createdAt: previous?.createdAt ?? at,
			changedAt: at,
			sequence,
			status,
			day: next.day,
			startsAt: next.startsAt,
			endsAt: next.endsAt,
			place: next.place
		};
		await calendar.saveEntry(db, entry);
		return entry;
	});
}
