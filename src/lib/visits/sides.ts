import { can, type Actor } from '#lib/core/access.ts';
import type { Visit } from '#lib/database/tables/visits.ts';
import { isLegal, type VisitAction } from './states.ts';

export type PeopleSide = 'visitor' | 'host';

/** The sides of a visit for which an actor may act: none for those who may only look. */
export function sidesOf(
	actor: Actor | null,
	visit: Pick<Visit, 'hostRegionCode' | 'visitorRegionCode'>
): PeopleSide[] {
	const sides: PeopleSide[] = [];
	if (can(actor, { do: 'visit.decide', hostRegionCode: visit.hostRegionCode })) sides.push('host');
	if (can(actor, { do: 'visit.withdraw', visitorRegionCode: visit.visitorRegionCode })) {
		sides.push('visitor');
	}
	return sides;
}

export function otherSide(side: PeopleSide): PeopleSide {
	return side === 'host' ? 'visitor' : 'host';
}

/** What has been proposed to a visit and by whom: only the other side may agree. */
export interface Proposals {
	/** Who proposed the change that waits for an answer. */
	readonly changeBy: PeopleSide | null;
	/** Who cancelled the visit: only that side may propose to restore it, and only for a day. */
	readonly restorableBy: PeopleSide | null;
	/** Who proposed to restore it. */
	readonly restoreBy: PeopleSide | null;
}

/** Whether a side may do something now: the table of transitions and who has proposed what. */
export function isOpenTo(
	visit: Pick<Visit, 'state'>,
	action: VisitAction,
	side: PeopleSide,
	{ changeBy, restorableBy, restoreBy }: Proposals
): boolean {
	if (!isLegal(visit.state, action, side)) return false;
	if (action === 'accept_change') return changeBy !== side;
	if (action === 'propose_restore') return restorableBy === side && restoreBy === null;
	if (action === 'restore') return restoreBy !== null && restoreBy !== side;
	return true;
}
