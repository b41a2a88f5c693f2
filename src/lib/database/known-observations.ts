import type { Db } from './connection.ts';
import type { Observation } from './tables/observations.ts';

/** What is kept of a published fact, now and when it is revised. */
export const KNOWN_COLUMNS = [
	'kpiKey',
	'regionKey',
	'month',
	'numerator',
	'denominator',
	'value',
	'bucket1',
	'bucket2',
	'bucket3',
	'bucket4',
	'bucket5',
	'missingReason',
	'verification',
	'revision',
	'isSample',
	'publishedAt'
] as const satisfies readonly (keyof Observation)[];

/** A published fact, as it is or as it once was. */
export type KnownObservation = Pick<Observation, (typeof KNOWN_COLUMNS)[number]>;

/**
 * Published facts as they were known at an instant, later revisions undone and later months away,
 * as a relation to read from: whatever looks back reads from here. What narrows it, such as the
 * KPI, reaches both tables behind it.
 * @param asOf an ISO instant
 */
export function knownObservations(db: Db, asOf: string) {
	const unchanged = db
		.selectFrom('observation')
		.select(KNOWN_COLUMNS)
		.where('publishedAt', '<=', asOf);
	const replacedLater = db
		.selectFrom('observationRevision')
		.select(KNOWN_COLUMNS)
		.where('publishedAt', '<=', asOf)
		.where('supersededAt', '>', asOf);
	return db.selectFrom(unchanged.unionAll(replacedLater).as('known'));
}
