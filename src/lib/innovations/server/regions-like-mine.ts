import { knownPeerCodes } from '#lib/benchmarks/server/peers.ts';
import { regionsOf } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { getRegion, listRegions } from '#lib/regions/server/use-cases.ts';

/**
 * The regions like that of whoever is signed in, without the own: its peers by structure, the
 * same as in every comparison, and while no peers have been found the regions of its kind. Null
 * for those who act for no region.
 */
export async function regionsLikeMine(
	ctx: Pick<Context, 'db' | 'now' | 'actor'>
): Promise<ReadonlySet<string> | null> {
	const own = regionsOf(ctx.actor);
	const [first] = own;
	if (first === undefined) return null;
	const peers = await knownPeerCodes(ctx, first);
	const alike = peers.length > 0 ? peers : await ofSameKind(ctx, first);
	return new Set(alike.filter((code) => !own.includes(code)));
}

async function ofSameKind(ctx: Pick<Context, 'db' | 'now'>, code: string): Promise<string[]> {
	const { kind } = await getRegion(ctx, code);
	return (await listRegions(ctx, { kind })).map((region) => region.code);
}
