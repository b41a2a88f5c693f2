import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { isApproved, levelOf } from '../validation-level.ts';
import { refreshSearch } from './index-innovation.ts';
import * as innovations from './repository.ts';
import * as revisions from './revisions-repository.ts';

/** How many other regions vouch for an innovation, and in which way. */
interface Standing {
	readonly verifiedByRegions: number;
	readonly replicatedByRegions: number;
}

/**
 * Stores how many regions stand behind an innovation and brings its level to it. Called by the
 * rooms that know, inside the transaction of what changed it.
 */
export async function recordStanding(
	ctx: Pick<Context, 'db' | 'now'>,
	innovationId: string,
	change: Partial<Standing>
): Promise<void> {
	const innovation = await innovations.findById(ctx.db, innovationId);
	if (!innovation) throw new DomainError('not_found', { message: 'innovation.unknown' });
	const { verifiedByRegions, replicatedByRegions } = innovation;
	const standing = { verifiedByRegions, replicatedByRegions, ...change };
	const validation = levelOf({
		...standing,
		isApproved: isApproved(innovation.validation),
		current: innovation.validation
	});
	await innovations.update(ctx.db, innovation, { ...standing, validation });
	await refreshSearch(ctx, innovationId);
}

/** The number of the version that is public; null when none was kept yet. */
export async function publicRevision(
	{ db }: Pick<Context, 'db'>,
	innovationId: string
): Promise<number | null> {
	const all = await revisions.list(db, innovationId);
	return all.find(({ state }) => state === 'approved')?.number ?? null;
}
