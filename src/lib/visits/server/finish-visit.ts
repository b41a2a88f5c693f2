import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { CompleteInput, VersionInput } from '../schema.ts';
import { instantOf } from '../session-time.ts';
import { releaseClaims } from './claims.ts';
import { actingOn, receipt, type About, type VisitReceipt } from './own-visit.ts';
import type { VisitWithNames } from './repository.ts';
import { checkStep, takeStep } from './transition.ts';

const NO_SHOW_AFTER_MS = 2 * 3_600_000;

/**
 * The host says that the visit took place, and how many people came. One held before its date is
 * marked as early and gives its session back.
 */
export async function completeVisit(
	ctx: Context,
	input: About<CompleteInput>
): Promise<VisitReceipt> {
	const acting = await actingOn(ctx, input.ref, 'complete');
	const { visit } = acting;
	const attended = input.attended ?? null;
	if (attended !== null && attended > visit.people * 2) {
		throw invalidField('attended', 'visit.complete.tooMany', { planned: visit.people });
	}
	const start = sessionInstant(visit, 'startsAt');
	const isEarly = start !== null && ctx.now() < start;
	await inTransaction(ctx, async (inner) => {
		await takeStep(inner, {
			...acting,
			action: 'complete',
			version: input.version,
			changes: { attended },
			detail: { ...(attended !== null && { attended }), ...(isEarly && { early: 1 }) }
		});
		if (isEarly) await releaseClaims(inner, visit.hostRegionCode, visit.id);
	});
	return receipt(ctx, input.ref);
}

/** Nobody came: the host may say so from two hours after the end of the session. */
export async function recordNoShow(
	ctx: Context,
	input: About<VersionInput>
): Promise<VisitReceipt> {
	const acting = await actingOn(ctx, input.ref, 'no_show');
	const { visit, side } = acting;
	await checkStep(ctx, { visit, side, action: 'no_show', version: input.version });
	const end = sessionInstant(visit, 'endsAt');
	if (end !== null && ctx.now().getTime() < end.getTime() + NO_SHOW_AFTER_MS) {
		throw new DomainError('conflict', { message: 'visit.noShow.tooSoon' });
	}
	await inTransaction(ctx, (inner) =>
		takeStep(inner, {
			...acting,
			action: 'no_show',
			version: input.version,
			changes: { attended: 0 }
		})
	);
	return receipt(ctx, input.ref);
}

/** When a visit's session begins or ends; null without a date. */
export function sessionInstant(
	visit: Pick<VisitWithNames, 'sessionDay' | 'startsAt' | 'endsAt' | 'hostTimezone'>,
	edge: 'startsAt' | 'endsAt'
): Date | null {
	const time = visit[edge];
	if (visit.sessionDay === null || time === null) return null;
	return instantOf(visit.sessionDay, time, visit.hostTimezone);
}
