import type { Role } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { dayOf } from '#lib/core/period.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { NotificationTemplate } from '#lib/notifications/server/use-cases.ts';
import {
	CONFIRM_WORKING_DAYS,
	isExpired,
	reminderStage,
	workingDaysLeft,
	type ReminderStage
} from '../deadlines.ts';
import type { PeopleSide } from '../sides.ts';
import { datedStates, isLegal, openStates, type VisitAction } from '../states.ts';
import { addWorkingDays } from '../working-days.ts';
import { sweepHolds } from './claims.ts';
import { CLOCK_STOPPED, hostCalendar } from './clock.ts';
import { sessionInstant } from './finish-visit.ts';
import { holidaysFrom } from './hosts.ts';
import * as pending from './offers-repository.ts';
import * as visits from './repository.ts';
import { takeStep, tell } from './transition.ts';

type TimerContext = Pick<Context, 'db' | 'now'>;

const COMPLETE_AFTER_MS = 12 * 3_600_000;

/** Whom the last reminder calls in. */
const SUPERIORS: readonly Role[] = ['secretary'];

/** What the timers did, for the log and the tests. */
export interface TimerReport {
	readonly released: number;
	readonly reminded: number;
	readonly expired: number;
	readonly completed: number;
	readonly closed: number;
}

/**
 * Does what time does to visits: frees holds that have run out, reminds the side that must answer
 * at 50 and 80 % of its time, calls in its secretary at 100 %, lets a request expire three working
 * days later, completes a visit twelve hours after its end, and closes a report that nobody has
 * corrected for five working days. May run at any time and as often as one likes.
 */
export async function runVisitTimers(ctx: TimerContext): Promise<TimerReport> {
	const released = await sweepHolds(ctx);
	let [reminded, expired, completed, closed] = [0, 0, 0, 0];
	for (const visit of await visits.listInStates(ctx.db, openStates)) {
		const result = await watchDeadline(ctx, visit);
		if (result === 'expired') expired++;
		if (result === 'reminded') reminded++;
	}
	for (const visit of await visits.listInStates(ctx.db, datedStates)) {
		if (await endSession(ctx, visit)) completed++;
	}
	for (const visit of await visits.listInStates(ctx.db, ['reported'])) {
		if (await closeReport(ctx, visit)) closed++;
	}
	return { released, reminded, expired, completed, closed };
}

async function watchDeadline(
	ctx: TimerContext,
	visit: visits.VisitWithNames
): Promise<'expired' | 'reminded' | null> {
	const side: PeopleSide = visit.visitorDueOn === null ? 'host' : 'visitor';
	const due = visit.visitorDueOn ?? visit.answerDueOn;
	if (due === null) return null;

	const today = dayOf(ctx.now(), visit.hostTimezone);
	const region = side === 'host' ? visit.hostRegionCode : visit.visitorRegionCode;
	const holidays = await holidaysFrom(ctx, region, due < today ? due : today);
	if (isLegal(visit.state, 'expire', 'system') && isExpired(today, due, holidays)) {
		const template = side === 'host' ? 'visit_expired_by_host' : 'visit_expired';
		return (await step(ctx, visit, 'expire', { template, detail: { missed_by: side } }))
			? 'expired'
			: null;
	}
	const stage = reminderStage(workingDaysLeft(today, due, holidays));
	return stage > visit.remindedPercent && (await remind(ctx, visit, side, stage))
		? 'reminded'
		: null;
}

/** Reminds a side once for each stage; nothing when somebody has acted in the meantime. */
function remind(
	ctx: TimerContext,
	visit: visits.VisitWithNames,
	side: PeopleSide,
	stage: ReminderStage
): Promise<boolean> {
	return inTransaction(ctx, async (inner) => {
		if (!(await visits.setReminded(inner.db, visit, stage))) return false;
		const event = `${String(visit.version)} ${String(stage)}`;
		await tell(
			inner,
			visit,
			side,
			stage === 100
				? { template: 'visit_overdue', event, roles: SUPERIORS }
				: { template: 'visit_reminder', event }
		);
		return true;
	});
}

/** A change that nobody answered before the session lapses; the visit took place as it stood. */
async function endSession(ctx: TimerContext, visit: visits.VisitWithNames): Promise<boolean> {
	const end = sessionInstant(visit, 'endsAt');
	if (end === null || ctx.now().getTime() < end.getTime() + COMPLETE_AFTER_MS) return false;
	if (visit.state === 'change_proposed') {
		if (!(await step(ctx, visit, 'refuse_change'))) return false;
		const current = await visits.findByRef(ctx.db, visit.ref);
		return current !== undefined && step(ctx, current, 'complete');
	}
	return step(ctx, visit, 'complete');
}

async function closeReport(ctx: TimerContext, visit: visits.VisitWithNames): Promise<boolean> {
	const { today } = await hostCalendar(ctx, visit);
	const reportedOn = dayOf(new Date(visit.updatedAt), visit.hostTimezone);
	const holidays = await holidaysFrom(ctx, visit.hostRegionCode, reportedOn);
	if (today <= addWorkingDays(reportedOn, CONFIRM_WORKING_DAYS, holidays)) return false;
	return step(ctx, visit, 'confirm_report');
}

/** A timer's step; false when somebody was quicker. */
async function step(
	ctx: TimerContext,
	visit: visits.VisitWithNames,
	action: VisitAction,
	more: { template?: NotificationTemplate; detail?: Record<string, unknown> } = {}
): Promise<boolean> {
	try {
		await inTransaction(ctx, async (inner) => {
			await takeStep(inner, {
				visit,
				actor: null,
				side: 'system',
				action,
				version: visit.version,
				...(action === 'expire' && { changes: CLOCK_STOPPED }),
				...more
			});
			if (action === 'refuse_change') await pending.removeChange(inner.db, visit.id);
		});
		return true;
	} catch (error) {
		if (error instanceof DomainError && error.code === 'stale_version') return false;
		throw error;
	}
}
