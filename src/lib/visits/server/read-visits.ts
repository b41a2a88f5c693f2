import { can, regionsOf, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { VisitQuestion } from '#lib/database/tables/visits.ts';
import { isLegal, type VisitAction } from '../states.ts';
import { sessionId, type Session } from '../sessions.ts';
import { findHost, listSessions } from './hosts.ts';
import { getOwn } from './own-visit.ts';
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
	/** Other free sessions, for a host who decides. */
	readonly freeSessions: Session[];
}

const MAX_FREE = 12;
const OFFERED: readonly VisitAction[] = ['review', 'accept', 'decline', 'withdraw', 'cancel'];

/** Everything about one visit, for the two sides only. */
export async function getVisit(ctx: Context, ref: string): Promise<VisitView> {
	const visit = await getOwn(ctx, ref);
	const free = await freeSessions(ctx, visit);
	const preferences = (await visits.listPreferences(ctx.db, visit.id)).map((preference) => {
		const id = sessionId(preference.windowId, preference.day);
		return { ...preference, id, isFree: free.some((session) => session.id === id) };
	});
	return {
		visit,
		questions: await visits.listQuestions(ctx.db, visit.id),
		preferences,
		events: await visits.listEvents(ctx.db, visit.id),
		actions: actionsOf(ctx, visit),
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

function actionsOf({ actor }: Context, visit: visits.VisitWithNames): VisitAction[] {
	const isHost = can(actor, { do: 'visit.decide', hostRegionCode: visit.hostRegionCode });
	const isVisitor = can(actor, {
		do: 'visit.withdraw',
		visitorRegionCode: visit.visitorRegionCode
	});
	return OFFERED.filter(
		(action) =>
			(isHost && isLegal(visit.state, action, 'host')) ||
			(isVisitor && isLegal(visit.state, action, 'visitor'))
	);
}
