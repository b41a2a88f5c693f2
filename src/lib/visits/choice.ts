import type { Day } from '#lib/core/period.ts';
import type { Session } from './sessions.ts';

/** A session to pick from. */
export interface Choice {
	readonly id: string;
	readonly day: Day;
	readonly startsAt: string;
	readonly endsAt: string;
	/** One of those the visitor asked for. */
	readonly isPreferred?: boolean;
}

/** A free session, as a refusal offers it. */
export interface Alternative {
	readonly session: string;
	readonly day: Day;
	readonly start: string;
	readonly end: string;
	readonly timezone: string;
}

/** What is needed to pick a session, and nothing else of it. */
export function toChoice({ id, day, startsAt, endsAt }: Session, isPreferred = false): Choice {
	return { id, day, startsAt, endsAt, isPreferred };
}
