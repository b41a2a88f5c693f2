import type { Context } from '#lib/core/context.ts';
import type { VisitState } from '#lib/database/tables/visits.ts';
import * as visits from './repository.ts';

const TOOK_PLACE: readonly VisitState[] = ['completed', 'reported', 'closed'];

/** Whether a visit of a region about this innovation has taken place. */
export function hasVisitedFor(
	{ db }: Pick<Context, 'db'>,
	about: { readonly innovationId: string; readonly visitorRegionCode: string }
): Promise<boolean> {
	return visits.existsAbout(db, about, TOOK_PLACE);
}
