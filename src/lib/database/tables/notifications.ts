import type { Selectable } from 'kysely';
import type { Timestamp } from './values.ts';

export interface NotificationTables {
	outbox: OutboxTable;
	notificationSetting: NotificationSettingTable;
	notificationPreference: NotificationPreferenceTable;
}

interface OutboxTable {
	id: string;
	dedupeKey: string;
	accountId: string;
	/** Names the text: the message `notification.<template>`. */
	template: string;
	/** JSON values for the text. */
	data: string;
	createdAt: Timestamp;
	readAt: Timestamp | null;
	/** When it was mailed. */
	sentAt: Timestamp | null;
	/** Mails of one stream, such as a visit, leave in their order. */
	stream: string | null;
	/** `off`: read on the site only; `superseded`: what it told had passed before it was sent. */
	mailState: 'queued' | 'digest' | 'sent' | 'failed' | 'superseded' | 'off';
	attempts: number;
	/** Not sent again before; null: at once. */
	nextAt: Timestamp | null;
	lastError: string | null;
}

interface NotificationSettingTable {
	accountId: string;
	/** Unsubscribes its owner and can do nothing else; stands in mails. */
	unsubscribeKey: string;
	/** The reader's local day of the last digest. */
	digestSentOn: string | null;
}

interface NotificationPreferenceTable {
	accountId: string;
	kind: string;
	mode: 'now' | 'digest' | 'off';
}

export type OutboxRow = Selectable<OutboxTable>;
export type NotificationSetting = Selectable<NotificationSettingTable>;
export type NotificationPreference = Selectable<NotificationPreferenceTable>;
