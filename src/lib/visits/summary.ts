import type { Visit } from '#lib/database/tables/visits.ts';

/** What a list of visits shows of each. */
export type VisitSummary = Pick<
	Visit,
	'ref' | 'state' | 'mode' | 'people' | 'sessionDay' | 'answerDueOn' | 'isSample'
> & {
	readonly hostName: string;
	readonly visitorName: string;
	readonly hostTimezone: string;
	readonly startsAt: string | null;
	readonly endsAt: string | null;
	readonly innovationTitleId: string | null;
	readonly innovationTitleEn: string | null;
};
