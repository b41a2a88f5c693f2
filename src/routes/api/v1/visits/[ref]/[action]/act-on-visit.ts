import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { parseWith } from '#lib/http/server/problems.ts';
import { AcceptInput, CancelInput, DeclineInput, VersionInput } from '#lib/visits/schema.ts';
import { acceptVisit } from '#lib/visits/server/accept-visit.ts';
import { cancelVisit } from '#lib/visits/server/cancel-visit.ts';
import { declineVisit, reviewVisit, withdrawVisit } from '#lib/visits/server/decide-visit.ts';
import type { VisitReceipt } from '#lib/visits/server/own-visit.ts';

/** Runs the named action of the API with a body that its own schema checks. */
export function actOnVisit(
	ctx: Context,
	ref: string,
	action: string,
	body: unknown
): Promise<VisitReceipt> {
	switch (action) {
		case 'review':
			return reviewVisit(ctx, { ref, ...parseWith(VersionInput, body) });
		case 'accept':
			return acceptVisit(ctx, { ref, ...parseWith(AcceptInput, body) });
		case 'decline':
			return declineVisit(ctx, { ref, ...parseWith(DeclineInput, body) });
		case 'withdraw':
			return withdrawVisit(ctx, { ref, ...parseWith(VersionInput, body) });
		case 'cancel':
			return cancelVisit(ctx, { ref, ...parseWith(CancelInput, body) });
		default:
			throw new DomainError('not_found', { message: 'visit.action.unknown', values: { action } });
	}
}
