import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { regionsOf, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { VisitQuestion, VisitState } from '#lib/database/tables/visits.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import { toChoice, type Choice } from '../choice.ts';
import { eventDetail } from '../event-detail.ts';
import { sessionId, type Session } from '../sessions.ts';
import { isOpenTo, sidesOf, type PeopleSide, type Proposals } from '../sides.ts';
import { cameToNothing, datedStates, visitActions, type VisitAction } from '../states.ts';
import { findHost, listHosts, listSessions } from './hosts.ts';
import { sideOf } from './messages.ts';
import { getOwn } from './own-visit.ts';
import { listMessages, type MessageWithName } from './parts-repository.ts';
import { proposalsOf } from './proposals.ts';
import { listScans, type Scan } from './scans.ts';
import * as history from './events-repository.ts';
import * as pending from './offers-repository.ts';
import * as visits from './repository.ts';

export type { VisitWithNames } from './repository.ts';

export interface VisitView {
	readonly visit: visits.VisitWithNames;
	readonly questions: VisitQuestion[];
	/** What the visitor prefers, with whether it is still free. */
	readonly preferences: (visits.Preference & { id: string; isFree: boolean })[];
	readonly events: history.EventWithName[];
	/** Between the sides, and the notes of the reader's own side. */
	readonly messages: MessageWithName[];
	/** Signed letters. */
	readonly scans: Scan[];
	/** What this reader may do now. */
	readonly actions: VisitAction[];
	/** The sides for which this reader may act. */
	readonly sides: PeopleSide[];
	readonly proposals: Proposals;
	/** The sessions the host offers instead, until their holds run out. */
	readonly offers: (pending.Offer & { id: string; isHeld: boolean })[];
	/** The change that waits for an answer. */
	readonly change: (pending.ChangeWithTimes & { id: string }) | null;
	/** Sessions the host could give now, those the visitor prefers first. */
	readonly choices: Choice[];
	/** Taken sessions that this visit could join. */
	readonly joinable: Choice[];
	/** Other regions that come to the same session. */
	readonly companions: string[];
	/** What the host asked last. */
	readonly asked: string | null;
	/** What a commitment may be measured by, for who reports. */
	readonly kpis: { code: string; name: string }[];
	/** The zone of the reader's own region. */
	readonly viewerTimezone: string | null;
	/** Where to ask instead, when the request came to nothing. */
	readonly similarHosts: { regionCode: string; name: string }[];
	/** Whether the reader may ask this host anew. */
	readonly mayAskAgain: boolean;
}

const MAX_FREE = 12;
const MAX_SIMILAR = 3;
const ENDED_EARLY: readonly VisitState[] = ['declined', 'expired'];

/** Everything about one visit, for the two sides only. */
export async function getVisit(ctx: Context, ref: string): Promise<VisitView> {
	const visit = await getOwn(ctx, ref);
	const isHost = (await findHost(ctx, visit.hostRegionCode)) !== undefined;
	const sessions = isHost ? await givableSessions(ctx, visit) : [];
	const free = sessions.filter(({ closedReason }) => closedReason === null);
	const preferences = (await visits.listPreferences(ctx.db, visit.id)).map((preference) => {
		const id = sessionId(preference.windowId, preference.day);
		return { ...preference, id, isFree: free.some((session) => session.id === id) };
	});
	const isPreferred = ({ id }: Session) => preferences.some((preference) => preference.id === id);
	const proposals = await proposalsOf(ctx, visit);
	const sides = sidesOf(ctx.actor, visit);
	const change = await pending.findChange(ctx.db, visit.id);
	const now = ctx.now().toISOString();
	const events = await history.listEvents(ctx.db, visit.id);
	const asked = events.findLast(({ action }) => action === 'ask');
	const actions = visitActions.filter((action) =>
		sides.some((side) => isOpenTo(visit, action, side, proposals))
	);
	return {
		visit,
		sides,
		proposals,
		offers: (await pending.listOffers(ctx.db, visit.id)).map((offer) => ({
			...offer,
			id: sessionId(offer.windowId, offer.day),
			isHeld: offer.expiresAt > now
		})),
		change: change ? { ...change, id: sessionId(change.windowId, change.day) } : null,
		questions: await visits.listQuestions(ctx.db, visit.id),
		preferences,
		events,
		messages: await listMessages(ctx.db, visit.id, sideOf(requireActor(ctx.actor), visit)),
		scans: await listScans(ctx, visit),
		actions,
		kpis: actions.includes('report') ? await kpiNames(ctx) : [],
		choices: [
			...free.filter(isPreferred).map((session) => toChoice(session, true)),
			...free
				.filter((session) => !isPreferred(session))
				.slice(0, MAX_FREE)
				.map((session) => toChoice(session))
		],
		joinable: sessions
			.filter(({ isJoinable }) => isJoinable)
			.slice(0, MAX_FREE)
			.map((session) => toChoice(session, isPreferred(session))),
		companions: datedStates.includes(visit.state) ? await visits.listCompanions(ctx.db, visit) : [],
		asked:
			visit.state === 'needs_info' && asked ? (eventDetail(asked.detail).texts[0] ?? null) : null,
		viewerTimezone: await timezoneOf(ctx),
		similarHosts: ENDED_EARLY.includes(visit.state) ? await similarHosts(ctx, visit) : [],
		mayAskAgain: isHost && sides.includes('visitor') && cameToNothing.includes(visit.state)
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

async function kpiNames(ctx: Context): Promise<VisitView['kpis']> {
	return (await listKpis(ctx)).map(({ code, nameId, nameEn }) => ({
		code,
		name: ctx.locale === 'en' ? nameEn : nameId
	}));
}

/** What the host could give this visit now. */
async function givableSessions(ctx: Context, visit: visits.VisitWithNames): Promise<Session[]> {
	const { sessions } = await listSessions(ctx, { region: visit.hostRegionCode, isDecision: true });
	return sessions.filter(({ peopleLeft }) => peopleLeft >= visit.people);
}

/** The zone of the reader's first region, in which they read times beside the host's. */
async function timezoneOf(ctx: Context): Promise<string | null> {
	const [first] = await getRegions(ctx, regionsOf(ctx.actor).slice(0, 1));
	return first?.timezone ?? null;
}

/** Hosts in the same province first, then the others, without the two sides. */
async function similarHosts(
	ctx: Context,
	visit: visits.VisitWithNames
): Promise<{ regionCode: string; name: string }[]> {
	const province = visit.hostRegionCode.slice(0, 2);
	const others = (await listHosts(ctx)).filter(
		({ regionCode }) =>
			regionCode !== visit.hostRegionCode && regionCode !== visit.visitorRegionCode
	);
	const isNear = ({ regionCode }: { regionCode: string }) => regionCode.startsWith(province);
	return [...others.filter(isNear), ...others.filter((host) => !isNear(host))]
		.slice(0, MAX_SIMILAR)
		.map(({ regionCode, name }) => ({ regionCode, name }));
}
