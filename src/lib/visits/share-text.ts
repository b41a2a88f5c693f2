import { formatDay, formatTimeRange } from '#lib/i18n/format.ts';
import type { Locale, Translate } from '#lib/i18n/translate.ts';
import type { VisitState } from '#lib/database/tables/visits.ts';
import type { Day } from '#lib/core/period.ts';

interface SharedVisit {
	readonly state: VisitState;
	readonly visitorName: string;
	readonly hostName: string;
	readonly sessionDay: Day | null;
	readonly startsAt: string | null;
	readonly endsAt: string | null;
	readonly hostTimezone: string;
}

/** How a visit stands, to be pasted into a conversation: with the host's clock, as everywhere. */
export function shareText(visit: SharedVisit, link: string, locale: Locale, t: Translate): string {
	const { sessionDay: day, startsAt, endsAt, hostTimezone } = visit;
	return t('letter.whatsApp', {
		visitor: visit.visitorName,
		host: visit.hostName,
		state: t(`visit.state.${visit.state}`),
		when:
			day && startsAt && endsAt
				? `${formatDay(locale, day, true)}, ${formatTimeRange(startsAt, endsAt, hostTimezone)}`
				: t('letter.noDate'),
		link
	});
}
