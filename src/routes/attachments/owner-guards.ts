import type { OwnerGuards } from '#lib/attachments/server/use-cases.ts';
import { regionsOf } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { mayReadFile } from '#lib/innovations/server/files.ts';
import { getOwn } from '#lib/visits/server/own-visit.ts';

/** Who may read a file is decided by the room of what it belongs to. */
export const ownerGuards: OwnerGuards = {
	innovation: mayReadFile,
	/** The owner's id is the visit's reference: both sides read its papers, nobody else. */
	visit: async (ctx, { ownerId }) => exists(() => getOwn(ctx, ownerId)),
	/** Evidence of a month's figures stays inside the region until it is made public. */
	observation: async (ctx, { regionCode, visibility }) =>
		Promise.resolve(mayReadEvidence(ctx, regionCode, visibility))
};

function mayReadEvidence({ actor }: Context, regionCode: string, visibility: string): boolean {
	if (visibility === 'public') return true;
	const regions = regionsOf(actor);
	return visibility === 'governments' ? regions.length > 0 : regions.includes(regionCode);
}

async function exists(find: () => Promise<unknown>): Promise<boolean> {
	return find().then(
		() => true,
		(error: unknown) => {
			if (error instanceof DomainError) return false;
			throw error;
		}
	);
}
