import { can, regionsOf, type Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import * as innovations from './repository.ts';
import { type InnovationSummary, type ListContext, summarise } from './summaries.ts';

interface Place {
	readonly regionCode: string;
	readonly agencyId: string | null;
}

/** Drafts are for those who write in the agency and those who publish in the region. */
export function maySeeDraft(actor: Actor | null, { regionCode, agencyId }: Place): boolean {
	return (
		can(actor, { do: 'innovation.write', regionCode, agencyId }) ||
		can(actor, { do: 'innovation.publish', regionCode })
	);
}

/** The drafts that an actor may write or publish, those changed last first. */
export async function listDrafts(
	ctx: ListContext & Pick<Context, 'actor'>
): Promise<InnovationSummary[]> {
	const drafts = await innovations.listDrafts(ctx.db, regionsOf(ctx.actor));
	return summarise(
		ctx,
		drafts.filter((draft) => maySeeDraft(ctx.actor, draft))
	);
}
