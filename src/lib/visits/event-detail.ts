import type { Day } from '#lib/core/period.ts';
import type { PeopleSide } from './sides.ts';

/** What the timeline shows of an event besides its name. */
export interface EventDetail {
	readonly sessions: { day: Day; startsAt: string; endsAt: string }[];
	/** What people wrote, in their own language. */
	readonly texts: string[];
	readonly people: number | null;
	readonly attended: number | null;
	readonly isLate: boolean;
	readonly isEarly: boolean;
	readonly isTakenBack: boolean;
	/** The side that let a request expire. */
	readonly missedBy: PeopleSide | null;
}

/** Reads the JSON of an event; what is missing or was written by another version is left out. */
export function eventDetail(json: string): EventDetail {
	const detail = JSON.parse(json) as Record<string, unknown>;
	const listed = Array.isArray(detail.sessions) ? (detail.sessions as unknown[]) : [];
	return {
		sessions: [...listed, detail].flatMap(sessionOf),
		texts: ['text', 'learned', 'applicable', 'not_applicable', 'not_adopted_reason'].flatMap(
			(name) => textOf(detail[name])
		),
		people: numberOf(detail.people),
		attended: numberOf(detail.attended),
		isLate: detail.late === 1,
		isEarly: detail.early === 1,
		isTakenBack: detail.taken_back === true,
		missedBy:
			detail.missed_by === 'host' || detail.missed_by === 'visitor' ? detail.missed_by : null
	};
}

function sessionOf(value: unknown): EventDetail['sessions'] {
	if (typeof value !== 'object' || value === null) return [];
	const { day, start, end } = value as Record<string, unknown>;
	return typeof day === 'string' && typeof start === 'string' && typeof end === 'string'
		? [{ day, startsAt: start, endsAt: end }]
		: [];
}

function textOf(value: unknown): string[] {
	return typeof value === 'string' && value !== '' ? [value] : [];
}

function numberOf(value: unknown): number | null {
	return typeof value === 'number' ? value : null;
}
