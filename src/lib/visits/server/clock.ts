import type { Context } from '#lib/core/context.ts';
import { addDays, dayOf, type Day } from '#lib/core/period.ts';
import type { Visit } from '#lib/database/tables/visits.ts';
import { ANSWER_WORKING_DAYS, reminderStage, workingDaysLeft } from '../deadlines.ts';
import { addWorkingDays } from '../working-days.ts';
import { holidaysFrom } from './hosts.ts';
import type { VisitWithNames } from './repository.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

/** No clock runs any more: the request is decided. */
export const CLOCK_STOPPED = {
	answerDueOn: null,
	visitorDueOn: null,
	answerDaysLeft: null,
	remindedPercent: 0
} as const satisfies Partial<Visit>;

/** The host's today and the days it does not work. */
export async function hostCalendar(
	ctx: ReadContext,
	{ hostRegionCode, hostTimezone }: Pick<VisitWithNames, 'hostRegionCode' | 'hostTimezone'>
): Promise<{ today: Day; holidays: Set<Day> }> {
	const today = dayOf(ctx.now(), hostTimezone);
	return { today, holidays: await holidaysFrom(ctx, hostRegionCode, today) };
}

/** The host's clock stops with the days it has left, and the visitor's starts. */
export async function pauseClock(ctx: ReadContext, visit: VisitWithNames): Promise<Partial<Visit>> {
	const { today, holidays } = await hostCalendar(ctx, visit);
	const ofVisitor = await holidaysFrom(ctx, visit.visitorRegionCode, today);
	return {
		answerDueOn: null,
		// Those after today: answered on the same day, the deadline is the one it was.
		answerDaysLeft: visit.answerDueOn
			? workingDaysLeft(addDays(today, 1), visit.answerDueOn, holidays)
			: 1,
		visitorDueOn: addWorkingDays(today, ANSWER_WORKING_DAYS, ofVisitor),
		remindedPercent: 0
	};
}

/** The host's clock goes on with the days it had left, at least one. */
export async function resumeClock(
	ctx: ReadContext,
	visit: VisitWithNames
): Promise<Partial<Visit>> {
	const { today, holidays } = await hostCalendar(ctx, visit);
	const daysLeft = Math.max(1, visit.answerDaysLeft ?? ANSWER_WORKING_DAYS);
	const answerDueOn = addWorkingDays(today, daysLeft, holidays);
	return {
		answerDueOn,
		answerDaysLeft: null,
		visitorDueOn: null,
		// What the host was reminded of before the pause is not repeated after it.
		remindedPercent: reminderStage(workingDaysLeft(today, answerDueOn, holidays))
	};
}
