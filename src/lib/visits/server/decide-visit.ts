import type { Context } from '#lib/core/context.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { DeclineInput, VersionInput } from '../schema.ts';
import { CLOCK_STOPPED } from './clock.ts';
import { actingOn, receipt, type About, type VisitReceipt } from './own-visit.ts';
import { takeStep } from './transition.ts';

/** Marks a request as being looked at. */
export async function reviewVisit(ctx: Context, input: About<VersionInput>): Promise<VisitReceipt> {
	const acting = await actingOn(ctx, input.ref, 'review');
	await inTransaction(ctx, (inner) =>
		takeStep(inner, { ...acting, action: 'review', version: input.version })
	);
	return receipt(ctx, input.ref);
}

/** Declines a request with a reason and at least one way to learn all the same. */
export async function declineVisit(
	ctx: Context,
	input: About<DeclineInput>
): Promise<VisitReceipt> {
	const acting = await actingOn(ctx, input.ref, 'decline');
	await inTransaction(ctx, (inner) =>
		takeStep(inner, {
			...acting,
			action: 'decline',
			version: input.version,
			changes: {
				...CLOCK_STOPPED,
				decisionReasonCode: input.reason_code,
				decisionReason: input.reason,
				decisionAlternative: input.alternative
			},
			detail: { text: input.reason }
		})
	);
	return receipt(ctx, input.ref);
}

/** Takes a request back before it has a date. */
export async function withdrawVisit(
	ctx: Context,
	input: About<VersionInput>
): Promise<VisitReceipt> {
	const acting = await actingOn(ctx, input.ref, 'withdraw');
	await inTransaction(ctx, (inner) =>
		takeStep(inner, {
			...acting,
			action: 'withdraw',
			version: input.version,
			changes: CLOCK_STOPPED
		})
	);
	return receipt(ctx, input.ref);
}
