import { type Day, dayOf, type Month } from '#lib/core/period.ts';
import { dueDay, type DueRule, isOverdue } from './reporting-month.ts';
import type { EntryStatus } from './workflow.ts';

/**
 * How a month of a KPI stands in public: published in time or late, provisionally or not; else why
 * there is nothing: not due yet, handed in and under review, or late.
 */
export type Completeness =
	'in_time' | 'late' | 'provisional' | 'not_applicable' | 'under_review' | 'not_due' | 'missing';

/** What is known of a month's entry. */
export interface CompletenessFacts {
	readonly status: EntryStatus;
	/** ISO instants. */
	readonly firstSubmittedAt: string | null;
	readonly verifiedAt: string | null;
	readonly publishedAt: string | null;
	readonly missingReason: string | null;
}

/** Whether a month was handed in by its due day, in the region's own time zone. */
export function isInTime(submittedAt: string, due: Day, timezone: string): boolean {
	return dayOf(new Date(submittedAt), timezone) <= due;
}

/** How the month of a KPI stands; the reason why it is missing is found, nobody types it. */
export function completenessOf(
	month: Month,
	facts: CompletenessFacts | undefined,
	{
		now,
		timezone,
		rules = []
	}: { now: Date; timezone: string; rules?: readonly DueRule[] | undefined }
): Completeness {
	if (facts?.publishedAt) {
		if (facts.missingReason === 'not_applicable') return 'not_applicable';
		if (facts.status === 'published' && facts.verifiedAt === null) return 'provisional';
		const handedIn = facts.firstSubmittedAt ?? facts.publishedAt;
		return isInTime(handedIn, dueDay(month, rules), timezone) ? 'in_time' : 'late';
	}
	if (facts?.status === 'submitted' || facts?.status === 'verified') return 'under_review';
	return isOverdue(month, now, timezone, rules) ? 'missing' : 'not_due';
}

/** How many of a month's KPIs are published, and how many of those were handed in on time. */
export function summariseCompleteness(cells: readonly Completeness[]) {
	const count = (...of: Completeness[]) => cells.filter((cell) => of.includes(cell)).length;
	const published = count('in_time', 'late', 'provisional', 'not_applicable');
	return {
		expected: cells.length,
		published,
		late: count('late'),
		missing: count('missing'),
		/** 0 to 100. */
		percent: cells.length === 0 ? 0 : (100 * published) / cells.length
	};
}
