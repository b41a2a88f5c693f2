import { listAdoptions } from '#lib/adoptions/server/adoptions.ts';
import { type Actor, can, regionsOf } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { PeerReview } from '#lib/database/tables/peer-reviews.ts';
import type { Innovation } from '#lib/database/tables/innovations.ts';
import { hasVisitedFor } from '#lib/visits/server/visited.ts';
import type { ReviewWithName } from './repository.ts';

/** A region the actor may speak for, and what gives it the right to judge. */
export interface Standpoint {
	readonly regionCode: string;
	readonly basis: NonNullable<PeerReview['basis']>;
	/** The open request, where it was asked. */
	readonly requestId: string | null;
	/** What the region that asked says to the reviewers. */
	readonly requestNote: string;
}

/**
 * The regions for which the actor may judge an innovation. A region that was asked answers by its
 * reviewers; one that was not may speak by its secretary when it visited or adopted. Nobody
 * judges an innovation of a region in which they hold a role themselves.
 */
export async function standpointsOf(
	ctx: Context,
	innovation: Pick<Innovation, 'id' | 'regionCode'>,
	reviews: readonly ReviewWithName[]
): Promise<Standpoint[]> {
	const { actor } = ctx;
	if (!actor || isInvolved(actor, innovation.regionCode)) return [];
	const found: Standpoint[] = [];
	for (const regionCode of regionsOf(actor)) {
		const asked = reviews.find((each) => each.regionCode === regionCode && each.state === 'asked');
		if (asked && can(actor, { do: 'innovation.peer_review', regionCode })) {
			const { id, requestNote } = asked;
			found.push({ regionCode, basis: 'asked', requestId: id, requestNote });
		} else if (can(actor, { do: 'innovation.publish', regionCode })) {
			const basis = await basisOf(ctx, innovation, regionCode);
			if (basis) found.push({ regionCode, basis, requestId: null, requestNote: '' });
		}
	}
	return found;
}

function isInvolved(actor: Actor, regionCode: string): boolean {
	return regionsOf(actor).includes(regionCode);
}

async function basisOf(
	ctx: Context,
	{ id }: Pick<Innovation, 'id'>,
	regionCode: string
): Promise<'adoption' | 'visit' | null> {
	const adoptions = await listAdoptions(ctx, { innovationId: id, regionCode });
	if (adoptions.some(({ adopterRegionCode }) => adopterRegionCode === regionCode)) {
		return 'adoption';
	}
	const hasVisited = await hasVisitedFor(ctx, { innovationId: id, visitorRegionCode: regionCode });
	return hasVisited ? 'visit' : null;
}
