import type { OwnerGuards } from '#lib/attachments/server/use-cases.ts';
import { DomainError } from '#lib/core/errors.ts';
import { mayReadFile } from '#lib/innovations/server/files.ts';
import { mayReadEvidence } from '#lib/observations/server/public-evidence.ts';
import { getOwn } from '#lib/visits/server/own-visit.ts';

/** Who may read a file is decided by the room of what it belongs to. */
export const ownerGuards: OwnerGuards = {
	innovation: mayReadFile,
	/** The owner's id is the visit's reference: both sides read its papers, nobody else. */
	visit: async (ctx, { ownerId }) => exists(() => getOwn(ctx, ownerId)),
	observation: mayReadEvidence
};

async function exists(find: () => Promise<unknown>): Promise<boolean> {
	return find().then(
		() => true,
		(error: unknown) => {
			if (error instanceof DomainError) return false;
			throw error;
		}
	);
}
