import { can, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { dayOf } from '#lib/core/period.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { CancelInput } from '../schema.ts';
import { addWorkingDays } from '../working-days.ts';
import { releaseClaims } from './claims.ts';
import { holidaysFrom } from './hosts.ts';
import { getOwn, receipt, type About, type VisitReceipt } from './own-visit.ts';
import type { VisitWithNames } from './repository.ts';
import { takeStep } from './transition.ts';

/** With fewer working days than this before the visit, its cancellation is marked as late. */
const LATE_WORKING_DAYS = 3;

/** Calls a dated visit off, from either side, and frees its session. */
export async function cancelVisit(ctx: Context, input: About<CancelInput>): Promise<VisitReceipt> {
	const visit = await getOwn(ctx, input.ref);
	const actor = requireActor(ctx.actor);
	const isHost = can(actor, { do: 'visit.decide', hostRegionCode: visit.hostRegionCode });
	const isVisitor = can(actor, {
		do: 'visit.withdraw',
		visitorRegionCode: visit.visitorRegionCode
	});
	if (!isHost && !isVisitor) throw new DomainError('forbidden');
	const isLateNow = await isLate(ctx, visit);

	await inTransaction(ctx, async (inner) => {
		await takeStep(inner, {
			visit,
			actor,
			side: isHost ? 'host' : 'visitor',
			action: 'cancel',
			version: input.version,
			changes: { decisionReason: input.reason },
			...(isLateNow && { detail: { late: 1 } }),
			template: 'visit_cancelled'
		});
		await releaseClaims(inner, visit.hostRegionCode, visit.id);
	});
	return receipt(ctx, input.ref);
}

async function isLate(ctx: Context, visit: VisitWithNames): Promise<boolean> {
	if (visit.sessionDay === null) return false;
	const today = dayOf(ctx.now(), visit.hostTimezone);
	const holidays = await holidaysFrom(ctx, visit.hostRegionCode, today);
	return addWorkingDays(visit.sessionDay, -LATE_WORKING_DAYS, holidays) < today;
}
