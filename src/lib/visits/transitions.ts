import type { VisitState } from '#lib/database/tables/visits.ts';
import type { NotificationTemplate } from '#lib/notifications/server/use-cases.ts';

export type Side = 'visitor' | 'host' | 'system';

/** What can happen to a visit: the actions of the API, their halves, and those of the timers. */
export const visitActions = [
	'submit',
	'review',
	'ask',
	'answer',
	'counter',
	'choose',
	'refuse_counter',
	'accept',
	'decline',
	'withdraw',
	'propose_change',
	'accept_change',
	'refuse_change',
	'cancel',
	'propose_restore',
	'restore',
	'complete',
	'no_show',
	'report',
	'confirm_report',
	'expire'
] as const;
export type VisitAction = (typeof visitActions)[number];

/** What must hold besides state and side; the use case of the action refuses without it. */
export type Guard =
	| 'lead_time'
	| 'horizon'
	| 'people'
	| 'mode_offered'
	| 'three_questions'
	| 'onsite_reason'
	| 'three_open_requests'
	| 'reason'
	| 'alternative'
	| 'session_free'
	| 'hold_valid'
	| 'other_side'
	| 'same_side_within_24_hours'
	| 'after_the_end'
	| 'learned_and_committed'
	| 'overdue';

export interface Transition {
	readonly from: readonly VisitState[];
	readonly to: VisitState;
	readonly sides: readonly Side[];
	readonly guards: readonly Guard[];
	/** What the other side is told; both are told what a timer does. */
	readonly tells: NotificationTemplate | null;
	/** What becomes of the sessions that the visit holds or has. */
	readonly claims: 'keep' | 'hold' | 'take' | 'swap' | 'release';
	/** How it is taken back: by another action, or only by asking anew. */
	readonly undo: VisitAction | 'new_request' | null;
}

const EITHER: readonly Side[] = ['visitor', 'host'];
const UNDECIDED: readonly VisitState[] = ['submitted', 'in_review', 'needs_info', 'countered'];
const DATED: readonly VisitState[] = ['scheduled', 'change_proposed'];

/** What most transitions have: no further guard, nobody told, claims as they are, no way back. */
const PLAIN = { guards: [], tells: null, claims: 'keep', undo: null } as const;

/** The whole state machine of a study visit. What is not here is refused as illegal. */
export const transitions: Readonly<Record<VisitAction, Transition>> = {
	submit: {
		...PLAIN,
		from: ['draft'],
		to: 'submitted',
		sides: ['visitor'],
		guards: [
			'lead_time',
			'horizon',
			'people',
			'mode_offered',
			'three_questions',
			'onsite_reason',
			'three_open_requests'
		],
		tells: 'visit_submitted',
		undo: 'withdraw'
	},
	review: {
		...PLAIN,
		from: ['submitted'],
		to: 'in_review',
		sides: ['host'],
		tells: 'visit_reviewed'
	},
	ask: {
		...PLAIN,
		from: ['in_review'],
		to: 'needs_info',
		sides: ['host'],
		tells: 'visit_asked'
	},
	answer: {
		...PLAIN,
		from: ['needs_info'],
		to: 'in_review',
		sides: ['visitor'],
		tells: 'visit_answered'
	},
	counter: {
		from: ['submitted', 'in_review'],
		to: 'countered',
		sides: ['host'],
		guards: ['session_free'],
		tells: 'visit_countered',
		claims: 'hold',
		undo: 'decline'
	},
	choose: {
		from: ['countered'],
		to: 'scheduled',
		sides: ['visitor'],
		guards: ['hold_valid'],
		tells: 'visit_chosen',
		claims: 'take',
		undo: 'cancel'
	},
	refuse_counter: {
		from: ['countered'],
		to: 'in_review',
		sides: ['visitor'],
		guards: ['reason'],
		tells: 'visit_counter_refused',
		claims: 'release',
		undo: null
	},
	accept: {
		from: ['submitted', 'in_review'],
		to: 'scheduled',
		sides: ['host'],
		guards: ['session_free', 'people'],
		tells: 'visit_accepted',
		claims: 'take',
		undo: 'cancel'
	},
	decline: {
		from: ['submitted', 'in_review', 'countered'],
		to: 'declined',
		sides: ['host'],
		guards: ['reason', 'alternative'],
		tells: 'visit_declined',
		claims: 'release',
		undo: 'new_request'
	},
	withdraw: {
		...PLAIN,
		from: ['draft', ...UNDECIDED],
		to: 'withdrawn',
		sides: ['visitor'],
		tells: 'visit_withdrawn',
		claims: 'release',
		undo: 'new_request'
	},
	propose_change: {
		from: ['scheduled'],
		to: 'change_proposed',
		sides: EITHER,
		guards: ['session_free', 'people', 'mode_offered', 'reason'],
		tells: 'visit_change_proposed',
		claims: 'hold',
		undo: 'refuse_change'
	},
	accept_change: {
		from: ['change_proposed'],
		to: 'scheduled',
		sides: EITHER,
		guards: ['other_side', 'session_free', 'people'],
		tells: 'visit_change_accepted',
		claims: 'swap',
		undo: 'propose_change'
	},
	refuse_change: {
		...PLAIN,
		from: ['change_proposed'],
		to: 'scheduled',
		// A change that nobody answers lapses with the session.
		sides: [...EITHER, 'system'],
		tells: 'visit_change_refused',
		undo: 'propose_change'
	},
	cancel: {
		from: DATED,
		to: 'cancelled',
		sides: EITHER,
		guards: ['reason'],
		tells: 'visit_cancelled',
		claims: 'release',
		undo: 'restore'
	},
	propose_restore: {
		from: ['cancelled'],
		to: 'cancelled',
		sides: EITHER,
		guards: ['same_side_within_24_hours', 'session_free'],
		tells: 'visit_restore_proposed',
		claims: 'keep',
		undo: null
	},
	restore: {
		from: ['cancelled'],
		to: 'scheduled',
		sides: EITHER,
		guards: ['other_side', 'session_free'],
		tells: 'visit_restored',
		claims: 'take',
		undo: 'cancel'
	},
	complete: {
		...PLAIN,
		from: ['scheduled'],
		to: 'completed',
		sides: ['host', 'system'],
		tells: 'visit_completed'
	},
	no_show: {
		...PLAIN,
		from: ['scheduled'],
		to: 'no_show',
		sides: ['host', 'system'],
		guards: ['after_the_end'],
		tells: 'visit_no_show'
	},
	report: {
		...PLAIN,
		from: ['completed'],
		to: 'reported',
		sides: ['visitor'],
		guards: ['learned_and_committed'],
		tells: 'visit_reported'
	},
	confirm_report: {
		...PLAIN,
		from: ['reported'],
		to: 'closed',
		sides: ['host', 'system'],
		tells: 'visit_closed'
	},
	expire: {
		...PLAIN,
		from: ['submitted', 'needs_info', 'countered'],
		to: 'expired',
		sides: ['system'],
		guards: ['overdue'],
		tells: 'visit_expired',
		claims: 'release',
		undo: 'new_request'
	}
};
