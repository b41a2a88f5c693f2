import { listServices } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import {
	addMonths,
	type Day,
	isMonth,
	lastCompletedMonth,
	monthIndex,
	type Month
} from '#lib/core/period.ts';
import type { Service } from '#lib/database/tables/catalogue.ts';
import type { RegionSummary } from '#lib/regions/server/use-cases.ts';
import { bucketsOf } from '../counts.ts';
import { dueDay, isOverdue, isReportable } from '../reporting-month.ts';
import type { EntryStatus } from '../workflow.ts';
import * as entries from './repository.ts';
import { entryRegion, isTurnaround } from './scope.ts';

export interface ServiceOfMonth {
	readonly service: Service;
	readonly kpiCode: string;
	/** Null when nothing was entered yet. */
	readonly status: EntryStatus | null;
	readonly returnReason: string | null;
	readonly completed: number | null;
	/** Share finished within 24 hours, 0 to 100; null without finished requests. */
	readonly withinDay: number | null;
	readonly isSample: boolean;
	/** Whether the month is published and being changed. */
	readonly isRevision: boolean;
}

/** What an agency has to enter for a month, and how far it is. */
export interface EntryMonth {
	readonly region: RegionSummary;
	readonly month: Month;
	readonly previous: Month;
	/** Null when the next month is not over yet. */
	readonly next: Month | null;
	readonly due: Day;
	readonly isOverdue: boolean;
	readonly services: readonly ServiceOfMonth[];
	/** Services with an entry that was not returned. */
	readonly filled: number;
	/** Drafts: what can be submitted as it is. */
	readonly drafts: number;
}

/**
 * The services whose month the actor has to enter, by default in the first region with the right
 * to and for the last month that is over. `forbidden` without such a right; a month that is not
 * over is `not_found`.
 */
export async function getEntryMonth(
	ctx: Context,
	input: { region?: string | undefined; month?: string | undefined } = {}
): Promise<EntryMonth> {
	const now = ctx.now();
	const month = input.month ?? lastCompletedMonth(now);
	const { region, kpis } = await entryRegion(ctx, input.region);
	if (!isMonth(month) || !isReportable(month, now)) throw new DomainError('not_found');

	const turnaround = kpis.filter(isTurnaround);
	const rows = await entries.list(ctx.db, region.key, {
		kpiKeys: turnaround.map(({ key }) => key),
		from: monthIndex(month),
		to: monthIndex(month)
	});
	const services = (await listServices(ctx)).flatMap((service) => {
		const kpi = turnaround.find(({ serviceCode }) => serviceCode === service.code);
		if (!kpi) return [];
		const entry = rows.find(({ kpiKey }) => kpiKey === kpi.key);
		const buckets = entry && bucketsOf(entry);
		const completed = buckets?.reduce((sum, count) => sum + count, 0) ?? 0;
		return [
			{
				service,
				kpiCode: kpi.code,
				status: entry?.status ?? null,
				returnReason: entry?.returnReason ?? null,
				completed: entry?.completed ?? null,
				withinDay: buckets && completed > 0 ? (100 * (buckets[0] + buckets[1])) / completed : null,
				isSample: entry?.isSample === 1,
				isRevision: entry !== undefined && entry.publishedCounts !== null
			}
		];
	});
	const next = addMonths(month, 1);
	return {
		region,
		month,
		previous: addMonths(month, -1),
		next: isReportable(next, now) ? next : null,
		due: dueDay(month),
		isOverdue: isOverdue(month, now, region.timezone),
		services,
		filled: services.filter(({ status }) => status !== null && status !== 'returned').length,
		drafts: services.filter(({ status }) => status === 'draft').length
	};
}
