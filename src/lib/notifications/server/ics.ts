import ical, {
	ICalAttendeeStatus,
	ICalCalendarMethod,
	ICalEventClass,
	ICalEventStatus,
	ICalEventTransparency
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { CalendarEvent } from '../mail.ts';

/** One reader of an invitation, and the address of the site that sends it. */
export interface Invitation {
	readonly method: 'REQUEST' | 'CANCEL';
	readonly stamp: Date;
	readonly organizer: { readonly name: string; readonly email: string };
	readonly attendee: { readonly name: string; readonly email: string };
}

/** A calendar that programs fetch again and again. */
export interface Feed {
	readonly method: 'PUBLISH';
	readonly stamp: Date;
	readonly name: string;
	readonly source: string;
}

const FEED_REFRESH_SECONDS = 3600;

/**
 * The text of an iCalendar object (RFC 5545): CRLF, folded, escaped, with the zone of each event
 * as VTIMEZONE. Invitations name their one reader and nobody else.
 */
export function calendarText(events: readonly CalendarEvent[], options: Invitation | Feed): string {
	const calendar = ical({
		prodId: '//Studi Tiru//Kunjungan//ID',
		method: ICalCalendarMethod[options.method]
	});
	calendar.timezone({ name: null, generator: (zone) => tzlib_get_ical_block(zone)[0] ?? '' });
	if (options.method === 'PUBLISH') {
		calendar.name(options.name).source(options.source).ttl(FEED_REFRESH_SECONDS);
	}
	for (const event of events) {
		const isCancelled = event.status === 'CANCELLED';
		const made = calendar.createEvent({
			id: event.uid,
			sequence: event.sequence,
			stamp: options.stamp,
			created: new Date(event.createdAt),
			lastModified: new Date(event.changedAt),
			start: zoned(event, event.startsAt),
			end: zoned(event, event.endsAt),
			timezone: event.timezone,
			summary: event.summary,
			description: { plain: event.description },
			location: event.place,
			url: event.url,
			status: ICalEventStatus[event.status],
			transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
			class: ICalEventClass.PUBLIC
		});
		if (options.method === 'PUBLISH') continue;
		made.organizer(options.organizer);
		made.createAttendee({
			...options.attendee,
			rsvp: false,
			// The agreement lies on the site; calendars need not answer.
			status: ICalAttendeeStatus.ACCEPTED
		});
	}
	return `${calendar.toString()}\r\n`;
}

/** A JavaScript date would be read on the server's own clock. */
function zoned({ day, timezone }: CalendarEvent, time: string): Temporal.ZonedDateTime {
	return Temporal.PlainDateTime.from(`${day}T${time.slice(0, 5)}`).toZonedDateTime(timezone);
}
