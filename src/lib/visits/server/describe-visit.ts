import { formatDay, formatTimeRange } from '#lib/i18n/format.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import type { VisitCalendar } from '#lib/database/tables/visit-parts.ts';
import type { CalendarEvent, MailSubject } from '#lib/notifications/mail.ts';
import type { Describe } from '#lib/notifications/server/send-mail.ts';
import { isFresh } from '../mail-freshness.ts';
import * as calendar from './calendar-repository.ts';
import type { Whereabouts } from '../calendar-entry.ts';
import { heldSessions, refreshEntry } from './calendar.ts';
import * as visits from './repository.ts';

/**
 * A visit as a mail tells it: its state, day and time as they are now, and its calendar entry for
 * a reader who has not got this version of it. A cancellation goes only to those who had an entry.
 */
export const describeVisit: Describe = async (ctx, message) => {
	const visit = await visits.findByRef(ctx.db, message.data.ref ?? '');
	if (!visit) return null;
	const { locale, origin, accountId } = message;
	const t = translateIn(locale);
	const fresh = isFresh(message.template, visit.state);
	const path = `/visits/${visit.ref}`;
	const facts = [
		{
			label: t('visit.mail.visit'),
			value: `${visit.ref}: ${visit.visitorName} → ${visit.hostName}`
		},
		{ label: t('visit.mail.state'), value: t(`visit.state.${visit.state}`) }
	];
	const entry = fresh ? await refreshEntry(ctx, visit) : undefined;
	if (entry && entry.status !== 'CANCELLED') {
		facts.push(
			{ label: t('visit.when'), value: timeOf(entry, visit.hostTimezone, locale) },
			{ label: t('visit.mail.place'), value: entry.place }
		);
	}
	if (fresh && visit.state === 'countered') {
		const held = await heldSessions(ctx, visit);
		if (held.length > 1) {
			facts.push({
				label: t('visit.mail.held'),
				value: held.map((one) => timeOf(one, visit.hostTimezone, locale)).join('; ')
			});
		}
	}
	const method = entry ? await methodFor(ctx.db, entry, accountId) : null;
	return {
		isFresh: fresh,
		path,
		linkText: t('visit.mail.open'),
		facts,
		invitation:
			entry && method
				? { method, event: eventOf(visit, entry, { locale, url: origin + path }) }
				: null,
		delivered: async () => {
			if (!entry || !method) return;
			await calendar.saveDelivery(ctx.db, {
				visitId: visit.id,
				accountId,
				sequence: entry.sequence,
				method,
				sentAt: ctx.now().toISOString()
			});
		}
	} satisfies MailSubject;
};

async function methodFor(
	db: Parameters<typeof calendar.findDelivery>[0],
	entry: VisitCalendar,
	accountId: string
): Promise<'REQUEST' | 'CANCEL' | null> {
	const had = await calendar.findDelivery(db, entry.visitId, accountId);
	if (had?.sequence === entry.sequence) return null;
	if (entry.status !== 'CANCELLED') return 'REQUEST';
	return had?.method === 'REQUEST' ? 'CANCEL' : null;
}

/** A visit's entry as calendars show it; the host's clock stands in the words too. */
export function eventOf(
	visit: visits.VisitWithNames,
	entry: Omit<VisitCalendar, 'visitId'>,
	{ locale, url }: { locale: Locale; url: string }
): CalendarEvent {
	const t = translateIn(locale);
	const time = timeOf(entry, visit.hostTimezone, locale);
	const values = { visitor: visit.visitorName, host: visit.hostName };
	const { uid, sequence, status, day, startsAt, endsAt, place, createdAt, changedAt } = entry;
	return {
		uid,
		sequence,
		status,
		day,
		startsAt,
		endsAt,
		place,
		createdAt,
		changedAt,
		timezone: visit.hostTimezone,
		summary: t(status === 'TENTATIVE' ? 'visit.calendar.hold' : 'visit.calendar.title', values),
		description: `${time}\n${place}\n${url}`,
		url
	};
}

/**
 * The sessions held for a visit, for calendars that are fetched: each is an entry of its own until
 * the visitor has chosen.
 */
export function holdEvents(
	visit: visits.VisitWithNames,
	holds: readonly (Whereabouts & { readonly claimedAt: string })[],
	words: { locale: Locale; url: string }
): CalendarEvent[] {
	return holds.map(({ claimedAt, ...session }) =>
		eventOf(
			visit,
			{
				...session,
				uid: `${visit.id}-${session.day}-${session.startsAt.replace(':', '')}`,
				sequence: 0,
				status: 'TENTATIVE',
				createdAt: claimedAt,
				changedAt: claimedAt
			},
			words
		)
	);
}

function timeOf(
	entry: Pick<VisitCalendar, 'day' | 'startsAt' | 'endsAt'>,
	timezone: string,
	locale: Locale
): string {
	const range = formatTimeRange(entry.startsAt, entry.endsAt, timezone);
	return `${formatDay(locale, entry.day, true)}, ${range}`;
}
