import type { Innovation } from '#lib/database/tables/innovations.ts';

type Validation = Innovation['validation'];

/** From the least to the most that stands behind a write-up. */
export const VALIDATION_LEVELS: readonly Validation[] = [
	'from_news',
	'self_declared',
	'region_approved',
	'peer_verified',
	'replicated'
];

/**
 * The level of a write-up from what stands behind it. Others' word counts only once the region
 * itself stands behind the text; an adoption that both regions confirmed is more than a look.
 */
export function levelOf({
	isApproved,
	current,
	verifiedByRegions,
	replicatedByRegions
}: {
	readonly isApproved: boolean;
	/** What it is while its region has not approved it. */
	readonly current: Validation;
	readonly verifiedByRegions: number;
	readonly replicatedByRegions: number;
}): Validation {
	if (!isApproved) return current === 'from_news' ? 'from_news' : 'self_declared';
	if (replicatedByRegions > 0) return 'replicated';
	return verifiedByRegions > 0 ? 'peer_verified' : 'region_approved';
}

/** Whether a region stands behind a text of this level. */
export function isApproved(validation: Validation): boolean {
	return validation !== 'from_news' && validation !== 'self_declared';
}
