interface Happening {
	readonly number: number;
	readonly happenedAt: string;
}
interface Written {
	readonly id: string;
	readonly createdAt: string;
}

export type TimelineItem<Event, Message, Document> = {
	readonly key: string;
	readonly at: string;
} & (
	| { readonly kind: 'event'; readonly event: Event }
	| { readonly kind: 'message'; readonly message: Message }
	| { readonly kind: 'document'; readonly document: Document }
);

/**
 * What happened to a visit, what was written and what was sent, in one line, the oldest first.
 * Of what has the same instant the events come first.
 */
export function timelineOf<
	Event extends Happening,
	Message extends Written,
	Document extends Written
>(
	events: readonly Event[],
	messages: readonly Message[],
	documents: readonly Document[]
): TimelineItem<Event, Message, Document>[] {
	const items: TimelineItem<Event, Message, Document>[] = [
		...events.map((event) => ({
			kind: 'event' as const,
			key: `event ${String(event.number)}`,
			at: event.happenedAt,
			event
		})),
		...messages.map((message) => ({
			kind: 'message' as const,
			key: `message ${message.id}`,
			at: message.createdAt,
			message
		})),
		...documents.map((document) => ({
			kind: 'document' as const,
			key: `document ${document.id}`,
			at: document.createdAt,
			document
		}))
	];
	return items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
