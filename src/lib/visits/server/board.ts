import type { Context } from '#lib/core/context.ts';
import {
	addDays,
	addMonths,
	lastDayOf,
	monthOf,
	weekdayOf,
	type Day,
	type Month
} from '#lib/core/period.ts';
import { workingDaysLeft } from '../deadlines.ts';
import { suggestMerges, type MergeSuggestion } from '../merges.ts';
import { isClosedDay, type ClosedReason, type Session } from '../sessions.ts';
import { datedStates, openStates } from '../states.ts';
import { holidaysFrom, listSessions } from './hosts.ts';
import { getManagedHost, type ManagedHost } from './manage-host.ts';
import * as manage from './manage-repository.ts';
import * as visits from './repository.ts';

export interface BoardSession extends Session {
	readonly visits: manage.ClaimedSession[];
}

export interface BoardDay {
	readonly day: Day;
	/** Monday is 1. */
	readonly weekday: number;
	readonly sessions: BoardSession[];
}

export interface HostBoard {
	readonly month: Month;
	readonly previous: Month;
	readonly next: Month;
	/** Working days with sessions, or with visits that were promised before a window ended. */
	readonly days: BoardDay[];
	/** Requests that wait, the most urgent first, with the working days left to answer. */
	readonly waiting: (visits.VisitWithNames & { daysLeft: number | null })[];
	/** Visits that have a date. */
	readonly dated: visits.VisitWithNames[];
	/** Visits promised for a day that is closed now: for a person to see to. */
	readonly onClosedDays: { ref: string; visitorName: string; day: Day; reason: ClosedReason }[];
	readonly merges: MergeSuggestion[];
}

/** A host's month with who comes when, and everything that waits for it. */
export async function getBoard(
	ctx: Context,
	regionCode: string,
	wanted: Month | null
): Promise<ManagedHost & { board: HostBoard | null }> {
	const managed = await getManagedHost(ctx, regionCode);
	if (!managed.isHost || managed.settings.closedAt !== null) return { ...managed, board: null };

	const { today, region } = managed;
	const month = wanted ?? monthOf(ctx.now(), region.timezone);
	const [from, to] = [`${month}-01`, lastDayOf(month)];
	const { sessions } = await listSessions(ctx, { region: region.code, from, to });
	const claimed = await manage.listClaimed(ctx.db, region.code, from, to, ctx.now().toISOString());
	const received = (await visits.listOfRegions(ctx.db, [region.code])).filter(
		({ hostRegionCode }) => hostRegionCode === region.code
	);
	const holidays = await holidaysFrom(ctx, region.code, addDays(today, -60));
	const waiting = received
		.filter(({ state }) => openStates.includes(state))
		.map((visit) => ({
			...visit,
			daysLeft:
				visit.answerDueOn === null ? null : workingDaysLeft(today, visit.answerDueOn, holidays)
		}))
		.sort((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity));
	const dated = received
		.filter(({ state, sessionDay }) => datedStates.includes(state) && (sessionDay ?? '') >= today)
		.sort((a, b) => (a.sessionDay ?? '').localeCompare(b.sessionDay ?? ''));
	const board = {
		month,
		previous: addMonths(month, -1),
		next: addMonths(month, 1),
		days: toDays(sessions, claimed),
		waiting,
		dated,
		onClosedDays: await onClosedDays(ctx, region.code, dated),
		merges: suggestMerges(waiting, dated)
	};
	return { ...managed, board };
}

function toDays(sessions: readonly Session[], claimed: manage.ClaimedSession[]): BoardDay[] {
	const days = new Map<Day, BoardSession[]>();
	for (const session of sessions) {
		const inSession = claimed.filter(
			({ day, windowId }) => day === session.day && windowId === session.windowId
		);
		const list = days.get(session.day) ?? [];
		list.push({ ...session, visits: inSession });
		days.set(session.day, list);
	}
	return [...days].map(([day, list]) => ({ day, weekday: weekdayOf(day), sessions: list }));
}

async function onClosedDays(
	ctx: Context,
	region: string,
	dated: readonly visits.VisitWithNames[]
): Promise<HostBoard['onClosedDays']> {
	const affected: HostBoard['onClosedDays'] = [];
	for (const { ref, visitorName, sessionDay: day } of dated) {
		if (day === null) continue;
		const { sessions } = await listSessions(ctx, { region, from: day, to: day });
		const reason = sessions.map(({ closedReason }) => closedReason).find(isClosedDay);
		if (reason) affected.push({ ref, visitorName, day, reason });
	}
	return affected;
}
