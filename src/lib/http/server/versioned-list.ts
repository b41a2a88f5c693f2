import type { RequestEvent } from '@sveltejs/kit';
import { dayOf } from '#lib/core/period.ts';
import { listResponse, notModified, versionTag, type ListPage } from './list-response.ts';

/** The three zones of Indonesia: what is due, late or newest changes with the day of a region. */
const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;

/** What decides an answer beside its address. */
export interface AnswerState {
	readonly dataVersion: number;
	readonly text: string;
	/** They stand in the tag because a newer release may write more of them. */
	readonly columns: readonly string[];
}

/**
 * Answers a list whose ETag follows from the state of the data, the day and the address: 304 when
 * the client has it, and then nothing is read. Check the query first, so that a bad one is refused.
 * @param read makes the page
 */
export async function versionedList(
	event: RequestEvent,
	{ dataVersion, text, columns }: AnswerState,
	read: () => Promise<Omit<ListPage, 'dataVersion' | 'etag' | 'columns'>>
): Promise<Response> {
	const now = event.locals.ctx.now();
	const etag = versionTag(event, [...columns, text, ...ZONES.map((zone) => dayOf(now, zone))]);
	const known = notModified(event, etag);
	if (known) return known;
	return listResponse(event, { ...(await read()), columns, dataVersion, etag });
}
