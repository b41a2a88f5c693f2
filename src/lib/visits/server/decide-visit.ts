import { authorize } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { DeclineInput, VersionInput } from '../schema.ts';
import { asHost, getOwn, receipt, type About, type VisitReceipt } from './own-visit.ts';
import { takeStep } from './transition.ts';

/** Marks a request as being looked at. */
export async function reviewVisit(ctx: Context, input: About<VersionInput>): Promise<VisitReceipt> {
	const { visit, actor } = await asHost(ctx, input.ref);
	await inTransaction(ctx, (inner) =>
		takeStep(inner, { visit, actor, side: 'host', action: 'review', version: input.version })
	);
	return receipt(ctx, input.ref);
}

/** Declines a request with a reason and at least one way to learn all the same. */
export async function declineVisit(
	ctx: Context,
	input: About<DeclineInput>
): Promise<VisitReceipt> {
	const { visit, actor } = await asHost(ctx, input.ref);
	await inTransaction(ctx, (inner) =>
		takeStep(inner, {
			visit,
			actor,
			side: 'host',
			action: 'decline',
			version: input.version,
			changes: {
				decisionReasonCode: input.reason_code,
				decisionReason: input.reason,
				decisionAlternative: input.alternative,
				answerDueOn: null
			},
			template: 'visit_declined'
		})
	);
	return receipt(ctx, input.ref);
}

/** Takes a request back before it has a date. */
export async function withdrawVisit(
	ctx: Context,
	input: About<VersionInput>
): Promise<VisitReceipt> {
	const visit = await getOwn(ctx, input.ref);
	const actor = authorize(ctx.actor, {
		do: 'visit.withdraw',
		visitorRegionCode: visit.visitorRegionCode
	});
	await inTransaction(ctx, (inner) =>
		takeStep(inner, {
			visit,
			actor,
			side: 'visitor',
			action: 'withdraw',
			version: input.version,
			changes: { answerDueOn: null },
			template: 'visit_withdrawn'
		})
	);
	return receipt(ctx, input.ref);
}
