import type { TurnaroundCounts } from './derive.ts';

/** The counts of a service's month, by the names of the form and of the columns. */
export const countFields = [
	'received',
	'completed',
	'bucket1',
	'bucket2',
	'bucket3',
	'bucket4',
	'bucket5',
	'returned',
	'backlog',
	'online'
] as const;
export type CountField = (typeof countFields)[number];

/** What was done with the month's requests beside finishing them: uploaded together or not at all. */
export const flowFields = ['received', 'returned', 'backlog', 'online'] as const;

/** Exact figures in hours, which only some regions' systems give. */
export const hourFields = ['medianHours', 'p90Hours'] as const;
export type HourField = (typeof hourFields)[number];

/** Counts that only some agencies keep: how many requests were open at the end of the month. */
export const optionalCountFields = ['pending'] as const;
export type OptionalCountField = (typeof optionalCountFields)[number];

export const bucketFields = ['bucket1', 'bucket2', 'bucket3', 'bucket4', 'bucket5'] as const;

/** What was typed so far; null is an empty field, which a draft may have. */
export type EntryCounts = Readonly<Record<CountField | HourField, number | null>> &
	Readonly<Partial<Record<OptionalCountField, number | null>>>;

/** Only the counts of a row or an input. */
export function pickCounts(row: EntryCounts): EntryCounts {
	return {
		received: row.received,
		completed: row.completed,
		bucket1: row.bucket1,
		bucket2: row.bucket2,
		bucket3: row.bucket3,
		bucket4: row.bucket4,
		bucket5: row.bucket5,
		returned: row.returned,
		backlog: row.backlog,
		online: row.online,
		medianHours: row.medianHours,
		p90Hours: row.p90Hours,
		pending: row.pending ?? null
	};
}

/** The five buckets, or null unless all are filled. */
export function bucketsOf(counts: EntryCounts): TurnaroundCounts['buckets'] | null {
	const { bucket1, bucket2, bucket3, bucket4, bucket5 } = counts;
	if (bucket1 === null || bucket2 === null || bucket3 === null) return null;
	if (bucket4 === null || bucket5 === null) return null;
	return [bucket1, bucket2, bucket3, bucket4, bucket5];
}

/** The month as the derivations need it, or null while a count is missing. */
export function completeCounts(counts: EntryCounts): TurnaroundCounts | null {
	const { received, completed, returned, backlog, online, medianHours, p90Hours } = counts;
	const buckets = bucketsOf(counts);
	if (buckets === null || received === null || completed === null) return null;
	if (returned === null || backlog === null || online === null) return null;
	const pendingOver7Days = backlog;
	return {
		received,
		completed,
		buckets,
		returned,
		pendingOver7Days,
		online,
		medianHours,
		p90Hours
	};
}

/**
 * The finished requests alone, for what follows from them: an upload may hold no more, and the
 * totals over all services then do without it. Null while a bucket is missing.
 */
export function finishedCounts(counts: EntryCounts): TurnaroundCounts | null {
	const buckets = bucketsOf(counts);
	if (buckets === null) return null;
	return {
		received: counts.received ?? 0,
		completed: buckets.reduce((sum, count) => sum + count, 0),
		buckets,
		returned: counts.returned ?? 0,
		pendingOver7Days: counts.backlog ?? 0,
		online: counts.online ?? 0,
		medianHours: counts.medianHours,
		p90Hours: counts.p90Hours
	};
}

/** Whether two entries hold the same numbers. */
export function sameCounts(a: EntryCounts, b: EntryCounts): boolean {
	const fields = [...countFields, ...hourFields, ...optionalCountFields];
	return fields.every((field) => (a[field] ?? null) === (b[field] ?? null));
}
