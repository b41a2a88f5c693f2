import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { completeCounts, type EntryCounts, pickCounts } from '../counts.ts';
import type { TurnaroundCounts } from '../derive.ts';

/**
 * What stays published when an entry is opened again, as the JSON of its column: the numbers of
 * a published entry, what was kept before of one that is being revised, else null.
 */
export function keepPublished(entry: ObservationEntry): string | null {
	return entry.status === 'published'
		? JSON.stringify({
				...pickCounts(entry),
				isVerified: entry.verifiedAt !== null
			})
		: entry.publishedCounts;
}

/** The published numbers of an entry, whether or not a revision is under way; null without any. */
export function publishedCountsOf(entry: ObservationEntry): EntryCounts | null {
	if (entry.status === 'published') return pickCounts(entry);
	if (entry.publishedCounts === null) return null;
	return JSON.parse(entry.publishedCounts) as EntryCounts; // written by keepPublished alone
}

/** The same, complete, for the totals over a region's services. */
export function publishedTurnaround(entry: ObservationEntry): TurnaroundCounts | null {
	const counts = publishedCountsOf(entry);
	return counts && completeCounts(counts);
}

/** Whether the published numbers of an entry were verified, also while a revision is under way. */
export function isPublishedVerified(entry: ObservationEntry): boolean {
	if (entry.status === 'published') return entry.verifiedAt !== null;
	if (entry.publishedCounts === null) return false;
	const kept = JSON.parse(entry.publishedCounts) as { readonly isVerified?: boolean };
	return kept.isVerified ?? true; // kept before figures could be published provisionally
}
