import { regionsOf, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { VisitQuestion } from '#lib/database/tables/visits.ts';
import { sessionId, type Session } from '../sessions.ts';
import { isOpenTo, sidesOf, type PeopleSide, type Proposals } from '../sides.ts';
import { visitActions, type VisitAction } from '../states.ts';
import { findHost, listSessions } from './hosts.ts';
import { getOwn } from './own-visit.ts';
import { proposalsOf } from './proposals.ts';
import * as visits from './repository.ts';

export type { EventWithName, VisitWithNames } from './repository.ts';

export interface VisitView {
	readonly visit: visits.VisitWithNames;
	readonly questions: VisitQuestion[];
	/** What the visitor prefers, with whether it is still free. */
	readonly preferences: (visits.Preference & { id: string; isFree: boolean })[];
	readonly events: visits.EventWithName[];
	/** What this reader may do now. */
	readonly actions: VisitAction[];
	/** The sides for which this reader may act. */
	readonly sides: PeopleSide[];
	readonly proposals: Proposals;
	/** The sessions the host offers instead, until their holds run out. */
	readonly offers: (visits.Offer & { id: string; isHeld: boolean })[];
	/** The change that waits for an answer. */
	readonly change: (visits.ChangeWithTimes & { id: string }) | null;
	/** Other free sessions, for a host who decides. */
	readonly freeSessions: Session[];
}

const MAX_FREE = 12;

/** Everything about one visit, for the two sides only. */
export async function getVisit(ctx: Context, ref: string): Promise<VisitView> {
	const visit = await getOwn(ctx, ref);
	const free = await freeSessions(ctx, visit);
	const preferences = (await visits.listPreferences(ctx.db, visit.id)).map((preference) => {
		const id = sessionId(preference.windowId, preference.day);
		return { ...preference, id, isFree: free.some((session) => session.id === id) };
	});
	const proposals = await proposalsOf(ctx, visit);
	const sides = sidesOf(ctx.actor, visit);
	const change = await visits.findChange(ctx.db, visit.id);
	const now = ctx.now().toISOString();
	return {
		visit,
		sides,
		proposals,
		offers: (await visits.listOffers(ctx.db, visit.id)).map((offer) => ({
			...offer,
			id: sessionId(offer.windowId, offer.day),
			isHeld: offer.expiresAt > now
		})),
		change: change ? { ...change, id: sessionId(change.windowId, change.day) } : null,
		questions: await visits.listQuestions(ctx.db, visit.id),
		preferences,
		events: await visits.listEvents(ctx.db, visit.id),
		actions: visitActions.filter((action) =>
			sides.some((side) => isOpenTo(visit, action, side, proposals))
		),
		freeSessions: free
			.filter(({ id }) => !preferences.some((preference) => preference.id === id))
			.slice(0, MAX_FREE)
	};
}

/** The visits that the actor's regions ask for or receive. */
export async function listVisits(
	ctx: Context
): Promise<{ received: visits.VisitWithNames[]; requested: visits.VisitWithNames[] }> {
	const regions = regionsOf(requireActor(ctx.actor));
	const all = await visits.listOfRegions(ctx.db, regions);
	return {
		received: all.filter(({ hostRegionCode }) => regions.includes(hostRegionCode)),
		requested: all.filter(({ visitorRegionCode }) => regions.includes(visitorRegionCode))
	};
}

/** What the host could give this visit now; nothing once it receives no more visits. */
async function freeSessions(ctx: Context, visit: visits.VisitWithNames): Promise<Session[]> {
	if (!(await findHost(ctx, visit.hostRegionCode))) return [];
	const { sessions } = await listSessions(ctx, { region: visit.hostRegionCode, isDecision: true });
	return sessions.filter(
		({ closedReason, peopleLeft }) => closedReason === null && peopleLeft >= visit.people
	);
}
