import type { RegionRelation } from '#lib/database/tables/regions.ts';

/** A region in its family, with its name and those split from it. */
export interface FamilyMember {
	readonly code: string;
	readonly name: string;
	/** The split it came from; null at the top of the tree. */
	readonly split: RegionRelation | null;
	readonly children: readonly FamilyMember[];
}
