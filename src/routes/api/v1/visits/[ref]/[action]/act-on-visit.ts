import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { parseWith } from '#lib/http/server/problems.ts';
import { actionsOnVisit, isActionName } from '#lib/visits/server/actions.ts';
import type { VisitReceipt } from '#lib/visits/server/own-visit.ts';
import { declinesOffer } from '#lib/visits/server/declines-offer.ts';

/** Runs the named action of the API with a body that its own schema checks. */
export async function actOnVisit(
	ctx: Context,
	ref: string,
	name: string,
	body: unknown
): Promise<VisitReceipt> {
	if (!isActionName(name)) {
		const values = { action: name };
		throw new DomainError('not_found', { message: 'visit.action.unknown', values });
	}
	const isOffer = name === 'decline' && (await declinesOffer(ctx, ref));
	const { schema, run } = actionsOnVisit[isOffer ? 'refuse_counter' : name];
	return run(ctx, { ref, ...parseWith(schema, body) });
}
