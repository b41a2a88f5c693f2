import type { Context } from '#lib/core/context.ts';
import { parseWith } from '#lib/http/server/problems.ts';
import { actionsOnVisit, type ActionName } from '#lib/visits/server/actions.ts';
import type { VisitReceipt } from '#lib/visits/server/own-visit.ts';

/** Does something to a visit the way a form and the API do: through the action's own schema. */
export function act(
	ctx: Context,
	ref: string,
	name: ActionName,
	body: object
): Promise<VisitReceipt> {
	const { schema, run } = actionsOnVisit[name];
	return run(ctx, { ...parseWith(schema, body), ref });
}
