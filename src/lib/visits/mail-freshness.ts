import type { VisitState } from '#lib/database/tables/visits.ts';

const WAITING: readonly VisitState[] = ['submitted', 'in_review', 'needs_info', 'countered'];
const DATED: readonly VisitState[] = ['scheduled', 'change_proposed'];
const DONE: readonly VisitState[] = ['completed', 'reported', 'closed'];

/** The states in which a message is still true. One that is not named stays true. */
const FRESH: Readonly<Record<string, readonly VisitState[]>> = {
	visit_submitted: WAITING,
	visit_reviewed: ['in_review'],
	visit_asked: ['needs_info'],
	visit_answered: ['in_review', 'countered'],
	visit_countered: ['countered'],
	visit_counter_refused: ['in_review'],
	visit_chosen: DATED,
	visit_accepted: DATED,
	visit_declined: ['declined'],
	visit_withdrawn: ['withdrawn'],
	visit_change_proposed: ['change_proposed'],
	visit_change_accepted: DATED,
	visit_change_refused: DATED,
	visit_cancelled: ['cancelled'],
	visit_restore_proposed: ['cancelled'],
	visit_restored: DATED,
	visit_completed: DONE,
	visit_no_show: ['no_show'],
	visit_reported: ['reported', 'closed'],
	visit_closed: ['closed'],
	visit_expired: ['expired'],
	visit_reminder: WAITING,
	visit_overdue: WAITING
};

/** Whether a message about a visit is still true, so that a late mail does not mislead. */
export function isFresh(template: string, state: VisitState): boolean {
	return FRESH[template]?.includes(state) ?? true;
}
