import type {
	NewObservation,
	NewObservationRevision,
	Observation
} from '#lib/database/tables/observations.ts';

/** A fact as it is to be published. */
export interface MadeFact {
	readonly row: NewObservation;
	/** Why, in case it replaces another: what a person wrote, or one of {@link automaticReasons}. */
	readonly reason: string | null;
}

/** Reasons of changes nobody has to explain; their texts are the messages `observation.reason.…`. */
export const automaticReasons = {
	/** A total grew by a service that was published later. */
	otherService: 'other_service',
	/** The region's own entry takes the place of what was reported before. */
	ownEntry: 'own_entry',
	/** Published provisionally, and verified since. */
	verifiedLater: 'verified_later',
	/** The register of districts was changed, which the coverage KPIs follow. */
	register: 'coverage_register'
} as const;

const COMPARED = [
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
	'isSample'
] as const satisfies readonly (keyof Observation)[];

/** Whether a fact is new, says something else than the published one, or the same. */
export function compareFact(
	old: Observation | undefined,
	fact: NewObservation
): 'new' | 'changed' | 'same' {
	if (!old) return 'new';
	const isSame = COMPARED.every((column) => old[column] === (fact[column] ?? null));
	return isSame ? 'same' : 'changed';
}

/** Whether a fact says the same as the published one but for having been verified since. */
export function isOnlyVerified(old: Observation, fact: NewObservation): boolean {
	if (fact.verification !== 'verified' || old.verification === 'verified') return false;
	return compareFact({ ...old, verification: fact.verification }, fact) === 'same';
}

/** The revision row that keeps what a published fact was. */
export function replacedRow(
	old: Observation,
	change: { reason: string; role: string; supersededAt: string }
): NewObservationRevision {
	const { kpiKey, regionKey, month, revision, numerator, denominator, value } = old;
	const { bucket1, bucket2, bucket3, bucket4, bucket5 } = old;
	return {
		kpiKey,
		regionKey,
		month,
		revision,
		numerator,
		denominator,
		value,
		bucket1,
		bucket2,
		bucket3,
		bucket4,
		bucket5,
		missingReason: old.missingReason,
		verification: old.verification,
		isSample: old.isSample,
		publishedAt: old.publishedAt,
		supersededAt: change.supersededAt,
		reason: change.reason,
		changedByRole: change.role
	};
}
