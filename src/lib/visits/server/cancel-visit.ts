import type { Context } from '#lib/core/context.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { CancelInput } from '../schema.ts';
import { addWorkingDays } from '../working-days.ts';
import { hostCalendar } from './clock.ts';
import { actingOn, receipt, type About, type VisitReceipt } from './own-visit.ts';
import * as pending from './offers-repository.ts';
import type * as visits from './repository.ts';
import { takeStep } from './transition.ts';

/** With fewer working days than this before the visit, its cancellation is marked as late. */
const LATE_WORKING_DAYS = 3;

/** Calls a dated visit off, from either side, and frees its session. */
export async function cancelVisit(ctx: Context, input: About<CancelInput>): Promise<VisitReceipt> {
	const acting = await actingOn(ctx, input.ref, 'cancel');
	const isLateNow = await isLate(ctx, acting.visit);

	await inTransaction(ctx, async (inner) => {
		await takeStep(inner, {
			...acting,
			action: 'cancel',
			version: input.version,
			changes: { decisionReasonCode: input.reason_code ?? null, decisionReason: input.reason },
			// The visit forgets its reason when it is restored; the event keeps it.
			detail: { text: input.reason, ...(isLateNow && { late: 1 }) }
		});
		await pending.removeChange(inner.db, acting.visit.id);
	});
	return receipt(ctx, input.ref);
}

async function isLate(ctx: Context, visit: visits.VisitWithNames): Promise<boolean> {
	if (visit.sessionDay === null) return false;
	const { today, holidays } = await hostCalendar(ctx, visit);
	return addWorkingDays(visit.sessionDay, -LATE_WORKING_DAYS, holidays) < today;
}
