import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { newId } from '#lib/core/ids.ts';
import type { ReasonData, WriteUpData } from '../write-up-data.ts';
import * as outbox from './repository.ts';

/** What happened, as the message `notification.<template>` tells it. */
export type NotificationTemplate =
	| 'visit_submitted'
	| 'visit_reviewed'
	| 'visit_asked'
	| 'visit_answered'
	| 'visit_countered'
	| 'visit_chosen'
	| 'visit_counter_refused'
	| 'visit_accepted'
	| 'visit_declined'
	| 'visit_withdrawn'
	| 'visit_change_proposed'
	| 'visit_change_accepted'
	| 'visit_change_refused'
	| 'visit_cancelled'
	| 'visit_restore_proposed'
	| 'visit_restored'
	| 'visit_completed'
	| 'visit_no_show'
	| 'visit_reported'
	| 'visit_closed'
	| 'visit_expired'
	| 'visit_expired_by_host'
	| 'visit_reminder'
	| 'visit_overdue'
	| 'message_posted'
	| 'message_letter'
	| 'commitment_due'
	| 'adoption_recorded'
	| 'adoption_confirmed'
	| EntryTemplate
	| InnovationTemplate;

/** These concern the due day of a month's figures. */
export type EntryTemplate =
	'entry_due_soon' | 'entry_due_today' | 'entry_late' | 'entry_late_region';

/** These concern a write-up: their `ref` is the part of its address. */
export type InnovationTemplate =
	| 'question_asked'
	| 'question_answered'
	| 'answer_accepted'
	| 'question_hidden'
	| 'answer_hidden'
	| 'innovation_flagged'
	| 'innovation_flag_kept'
	| 'innovation_flag_mended'
	| 'innovation_published'
	| 'innovation_updated'
	| 'innovation_review_asked'
	| 'innovation_reviewed'
	| 'innovation_confirm_due';

/** What a message about a month's figures carries besides. */
export interface MonthData {
	readonly code: string;
	readonly month: string;
	readonly due: string;
	/** The agency that is reminded; empty for the whole region. */
	readonly agency: string;
}

export interface Notification {
	readonly template: NotificationTemplate;
	/** Fills the message; `ref` leads to the visit or the write-up. */
	readonly data: { readonly ref: string; readonly region: string } & Partial<
		MonthData & WriteUpData & ReasonData
	>;
}

/**
 * Stores a message for each account, inside the transaction of what it tells. The same event
 * never reaches anybody twice: `eventKey` names it.
 */
export async function notify(
	ctx: Pick<Context, 'db' | 'now'>,
	accountIds: readonly string[],
	eventKey: string,
	{ template, data }: Notification
): Promise<void> {
	await outbox.insertAll(
		ctx.db,
		accountIds.map((accountId) => ({
			id: newId(),
			dedupeKey: `${eventKey} ${accountId}`,
			accountId,
			template,
			data: JSON.stringify(data),
			createdAt: ctx.now().toISOString(),
			readAt: null,
			sentAt: null,
			stream: data.ref,
			mailState: 'queued',
			attempts: 0,
			nextAt: null,
			lastError: null
		}))
	);
}

export interface ListedNotification extends Notification {
	readonly id: string;
	readonly createdAt: string;
}

const MAX_LISTED = 20;

/** The newest messages to whoever asks. */
export async function listNotifications(ctx: Context): Promise<ListedNotification[]> {
	const { accountId } = requireActor(ctx.actor);
	const rows = await outbox.listFor(ctx.db, accountId, MAX_LISTED);
	return rows.map((row) => ({
		id: row.id,
		createdAt: row.createdAt,
		template: row.template as NotificationTemplate,
		data: JSON.parse(row.data) as Notification['data']
	}));
}
