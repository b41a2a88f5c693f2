import type { InnovationHead } from './repository.ts';
import * as innovations from './repository.ts';
import { type InnovationSummary, type ListContext, summarise } from './summaries.ts';

export type { InnovationSummary } from './summaries.ts';

/** The published write-ups, the newest first: all, or those of a region. */
export async function listInnovations(
	ctx: ListContext,
	{ region }: { readonly region?: string | undefined } = {}
): Promise<{ innovations: InnovationSummary[] }> {
	const heads: InnovationHead[] = await innovations.listPublished(ctx.db, region);
	return { innovations: await summarise(ctx, heads) };
}
