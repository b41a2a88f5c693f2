import type { Day } from '#lib/core/period.ts';

/** A visit as calendars take it. Times are the host's wall clock. */
export interface CalendarEvent {
	readonly uid: string;
	readonly sequence: number;
	readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
	readonly day: Day;
	readonly startsAt: string;
	readonly endsAt: string;
	readonly timezone: string;
	readonly summary: string;
	readonly description: string;
	readonly place: string;
	/** The page about it. */
	readonly url: string;
	readonly createdAt: string;
	readonly changedAt: string;
}

/** What a message is about, in the reader's language. */
export interface MailSubject {
	/** Whether what the message tells is still so. */
	readonly isFresh: boolean;
	/** The path of its page. */
	readonly path: string;
	/** What the link to the page is called. */
	readonly linkText: string;
	readonly facts: readonly { readonly label: string; readonly value: string }[];
	/** The calendar entry to send along, if this reader is to have it. */
	readonly invitation: {
		readonly method: 'REQUEST' | 'CANCEL';
		readonly event: CalendarEvent;
	} | null;
	/** Records that the reader has it, after it was sent. */
	readonly delivered: () => Promise<void>;
}
