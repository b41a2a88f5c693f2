import type { Context } from '#lib/core/context.ts';
import type { PeopleSide, Proposals } from '../sides.ts';
import * as history from './events-repository.ts';
import * as pending from './offers-repository.ts';
import type * as visits from './repository.ts';

const RESTORE_MS = 24 * 3_600_000;

/** Who has proposed what to a visit: the change that waits, or its restoration. */
export async function proposalsOf(
	ctx: Pick<Context, 'db' | 'now'>,
	visit: Pick<visits.VisitWithNames, 'id' | 'state'>
): Promise<Proposals> {
	if (visit.state === 'change_proposed') {
		const change = await pending.findChange(ctx.db, visit.id);
		return { changeBy: change?.side ?? null, restorableBy: null, restoreBy: null };
	}
	if (visit.state !== 'cancelled') return { changeBy: null, restorableBy: null, restoreBy: null };

	const events = await history.listEvents(ctx.db, visit.id);
	const cancelled = events.findLast(({ action }) => action === 'cancel');
	const proposed = events.findLast(({ action }) => action === 'propose_restore');
	const isProposed = proposed && cancelled && proposed.number > cancelled.number;
	const isInTime =
		cancelled && ctx.now().getTime() - Date.parse(cancelled.happenedAt) <= RESTORE_MS;
	return {
		changeBy: null,
		restorableBy: isInTime ? peopleSide(cancelled.side) : null,
		restoreBy: isProposed ? peopleSide(proposed.side) : null
	};
}

function peopleSide(side: string): PeopleSide | null {
	return side === 'host' || side === 'visitor' ? side : null;
}
