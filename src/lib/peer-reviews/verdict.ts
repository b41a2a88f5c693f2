import type { PeerReview } from '#lib/database/tables/peer-reviews.ts';

type Judgement = Pick<PeerReview, 'seen' | 'verdict'>;

/**
 * Whether a judgement verifies an innovation: the reviewers have seen it work, and say that it
 * does. Papers alone, or a doubt, verify nothing, and are told all the same.
 */
export function isVerification({ seen, verdict }: Judgement): boolean {
	const hasSeen = seen === 'onsite' || seen === 'online';
	return hasSeen && (verdict === 'works' || verdict === 'works_with_limits');
}

/** Of several judgements of one region the last one counts; given the newest first. */
export function verifyingRegions(
	reviews: readonly (Judgement & { readonly regionCode: string })[]
): number {
	const latest = new Map<string, Judgement>();
	for (const review of reviews) {
		if (!latest.has(review.regionCode)) latest.set(review.regionCode, review);
	}
	return [...latest.values()].filter(isVerification).length;
}
