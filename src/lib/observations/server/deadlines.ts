import { roleIn } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { invalidField } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import {
	addMonths,
	type Day,
	dayOf,
	isMonth,
	lastCompletedMonth,
	monthFromIndex,
	monthIndex,
	type Month
} from '#lib/core/period.ts';
import type { ReportingDeadline } from '#lib/database/tables/observations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { getRegion, type RegionSummary } from '#lib/regions/server/use-cases.ts';
import type { DeadlineInput } from '../deadline-schema.ts';
import { dueDay, dueDayNumber, type DueRule } from '../reporting-month.ts';
import { bumpReferenceVersion } from './data-version.ts';
import * as deadlines from './deadline-repository.ts';
import { requireReviewer, reviewableRegions } from './scope.ts';

/** How far ahead a deadline may be set, in months. */
const MONTHS_AHEAD = 24;

/** The rules of a region, in the order in which they were set; empty for the default. */
export async function dueRules(
	{ db }: Pick<Context, 'db'>,
	regionCode: string
): Promise<DueRule[]> {
	return (await deadlines.list(db, regionCode)).map(ruleOf);
}

/** The rules of every region that has any, for questions about many regions. */
export async function allDueRules({
	db
}: Pick<Context, 'db'>): Promise<(regionCode: string) => readonly DueRule[]> {
	const byRegion = Map.groupBy(await deadlines.list(db), ({ regionCode }) => regionCode);
	return (regionCode) => (byRegion.get(regionCode) ?? []).map(ruleOf);
}

/** A deadline as everyone may read it: from when, which day, why, in which role and when it was set. */
export type PublicDeadline = DueRule &
	Pick<ReportingDeadline, 'id' | 'reason' | 'setByRole' | 'setAt'>;

/** What a region has ever set as its deadline, newest first. */
export async function listDeadlines(
	{ db }: Pick<Context, 'db'>,
	regionCode: string
): Promise<PublicDeadline[]> {
	return (await deadlines.list(db, regionCode)).toReversed().map((row) => ({
		...ruleOf(row),
		id: row.id,
		reason: row.reason,
		setByRole: row.setByRole,
		setAt: row.setAt
	}));
}

/** The deadline as its form needs it. */
export interface DeadlineEdit {
	readonly region: RegionSummary;
	/** The first month whose deadline may still be moved, and the last that may be named. */
	readonly first: Month;
	readonly last: Month;
	/** The day that holds for the first of them, and its date. */
	readonly day: number;
	readonly due: Day;
	readonly changes: readonly PublicDeadline[];
}

/** The deadline of the first region the actor reviews, or of the one asked for; else `forbidden`. */
export async function getDeadlineEdit(
	ctx: Context,
	asked: string | undefined
): Promise<DeadlineEdit> {
	const code = asked ?? (ctx.actor ? reviewableRegions(ctx.actor)[0] : undefined) ?? '';
	requireReviewer(ctx, code);
	const region = await getRegion(ctx, code);
	const rules = await dueRules(ctx, code);
	const first = firstMovable(ctx.now(), region.timezone, rules);
	return {
		region,
		first,
		last: addMonths(first, MONTHS_AHEAD),
		day: dueDayNumber(first, rules),
		due: dueDay(first, rules),
		changes: await listDeadlines(ctx, code)
	};
}

/**
 * Sets on which day of the next month a region's figures are due, from a month on. What was late
 * stays late: only months whose due day has not passed can be moved, and not to a day that has.
 * `forbidden` for who does not review the region.
 */
export async function setDeadline(ctx: Context, input: DeadlineInput): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const actor = requireReviewer(ctx, input.region);
		const region = await getRegion(ctx, input.region);
		const rules = await dueRules(ctx, input.region);
		const first = firstMovable(ctx.now(), region.timezone, rules);
		const { from, day, reason } = input;
		if (!isMonth(from) || from < first || from > addMonths(first, MONTHS_AHEAD)) {
			throw invalidField('from', 'deadline.monthPassed');
		}
		const moved = dueDay(from, [{ fromMonth: from, dueDay: day }]);
		if (moved < dayOf(ctx.now(), region.timezone)) throw invalidField('day', 'deadline.dayPassed');
		if (dueDayNumber(from, rules) === day) throw invalidField('day', 'deadline.same');
		await deadlines.insert(ctx.db, {
			id: newId(),
			regionCode: input.region,
			fromMonth: monthIndex(from),
			dueDay: day,
			reason,
			setBy: actor.accountId,
			setByRole: roleIn(actor, input.region) ?? '',
			setAt: ctx.now().toISOString()
		});
		await bumpReferenceVersion(ctx);
	});
}

/** The oldest month whose due day has not passed. */
function firstMovable(now: Date, timezone: string, rules: readonly DueRule[]): Month {
	const last = lastCompletedMonth(now);
	return dayOf(now, timezone) > dueDay(last, rules) ? addMonths(last, 1) : last;
}

function ruleOf({ fromMonth, dueDay }: ReportingDeadline): DueRule {
	return { fromMonth: monthFromIndex(fromMonth), dueDay };
}
