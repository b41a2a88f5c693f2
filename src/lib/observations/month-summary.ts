import { summariseDurations } from '#lib/benchmarks/statistics/buckets.ts';
import { bucketsOf, type EntryCounts } from './counts.ts';

/** What a service's month comes to. */
export interface MonthSummary {
	/** Requests finished. */
	readonly completed: number;
	/** Share finished within 24 hours, 0 to 100; null without finished requests. */
	readonly withinDay: number | null;
	/** In hours; null without finished requests. */
	readonly medianHours: number | null;
	/** Whether the median is the region's own exact figure, an estimate, or the least it can be. */
	readonly medianKind: 'exact' | 'estimate' | 'at_least' | null;
}

/** The derived results of a month's counts; null while a bucket is missing. */
export function summariseMonth(counts: EntryCounts): MonthSummary | null {
	const buckets = bucketsOf(counts);
	if (!buckets) return null;
	const { completed, shareWithin24Hours, median } = summariseDurations(buckets);
	const exact = completed > 0 ? counts.medianHours : null;
	return {
		completed,
		withinDay: shareWithin24Hours === null ? null : shareWithin24Hours * 100,
		medianHours: exact ?? median?.hours ?? null,
		medianKind: exact === null ? (median?.kind ?? null) : 'exact'
	};
}
