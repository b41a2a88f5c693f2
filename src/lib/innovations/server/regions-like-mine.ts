import { regionsOf } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { getRegion, listRegions } from '#lib/regions/server/use-cases.ts';

/**
 * The regions like that of whoever is signed in: of the same kind, without the own. Null for
 * those who act for no region.
 */
export async function regionsLikeMine(
	ctx: Pick<Context, 'db' | 'now' | 'actor'>
): Promise<ReadonlySet<string> | null> {
	const own = regionsOf(ctx.actor);
	const [first] = own;
	if (first === undefined) return null;
	const { kind } = await getRegion(ctx, first);
	const alike = await listRegions(ctx, { kind });
	return new Set(alike.map(({ code }) => code).filter((code) => !own.includes(code)));
}
