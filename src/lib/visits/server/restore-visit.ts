import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { VersionInput } from '../schema.ts';
import { sessionId, type Session } from '../sessions.ts';
import { isOpenTo } from '../sides.ts';
import { alternativesFor, claimSession, refusalOf } from './claims.ts';
import { getHost } from './hosts.ts';
import { actingOn, receipt, type About, type Acting, type VisitReceipt } from './own-visit.ts';
import { proposalsOf } from './proposals.ts';
import { sessionToGive } from './session-to-give.ts';
import { checkStep, takeStep } from './transition.ts';

/**
 * Brings a cancelled visit back in two steps: within 24 hours the side that cancelled it proposes
 * so, if its session is still free, and then the other side agrees, which claims the session.
 */
export async function restoreVisit(
	ctx: Context,
	input: About<VersionInput>
): Promise<VisitReceipt> {
	const first = await actingOn(ctx, input.ref, 'restore');
	const proposals = await proposalsOf(ctx, first.visit);
	// Somebody with a role on both sides acts for the one whose turn it is.
	const acting = await actingOn(ctx, input.ref, 'restore', (side, visit) =>
		['restore' as const, 'propose_restore' as const].some((action) =>
			isOpenTo(visit, action, side, proposals)
		)
	);
	const { visit, side } = acting;
	await checkStep(ctx, { visit, side, action: 'restore', version: input.version });

	const host = await getHost(ctx, visit.hostRegionCode);
	const id = sessionId(visit.sessionWindowId ?? '', visit.sessionDay ?? '');
	if (isOpenTo(visit, 'propose_restore', side, proposals)) {
		const session = await sessionToGive(ctx, host.regionCode, id);
		if (session.slotsLeft === 0 || session.peopleLeft < visit.people) {
			const alternatives = await alternativesFor(ctx, host.regionCode, visit.people);
			throw new DomainError('slot_taken', { extra: { alternatives } });
		}
		await inTransaction(ctx, (inner) =>
			takeStep(inner, { ...acting, action: 'propose_restore', version: input.version })
		);
		return receipt(ctx, input.ref);
	}
	if (!isOpenTo(visit, 'restore', side, proposals)) {
		throw new DomainError('illegal_transition', {
			message: proposals.restoreBy ? 'visit.restore.otherSide' : 'visit.restore.tooLate',
			extra: { state: visit.state, action: 'restore' }
		});
	}
	return restore(ctx, input, acting, await sessionToGive(ctx, host.regionCode, id));
}

async function restore(
	ctx: Context,
	input: About<VersionInput>,
	acting: Acting,
	session: Session
): Promise<VisitReceipt> {
	const { visit } = acting;
	const host = await getHost(ctx, visit.hostRegionCode);
	try {
		await inTransaction(ctx, async (inner) => {
			await takeStep(inner, {
				...acting,
				action: 'restore',
				version: input.version,
				changes: { decisionReasonCode: null, decisionReason: null },
				detail: { day: session.day, start: session.startsAt, end: session.endsAt }
			});
			const claim = { ...session, visitId: visit.id, people: visit.people };
			await claimSession(inner, host, claim);
		});
	} catch (error) {
		throw await refusalOf(ctx, host, { sessionId: session.id, people: visit.people }, error);
	}
	return receipt(ctx, input.ref);
}
