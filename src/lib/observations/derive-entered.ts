import { durationQuantile } from '#lib/benchmarks/statistics/buckets.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import { bucketsOf, type EntryCounts } from './counts.ts';
import { type DerivedObservation, proportion } from './derive.ts';

/** What was typed for a KPI that is entered itself, in the parts that its kind needs. */
export type EnteredParts = EntryCounts & {
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly value: number | null;
};

/**
 * The observation that follows from what was entered for a KPI of any kind; null while a part of
 * it is missing. Ratios are made from their counts, an index is the published score.
 */
export function deriveEntered(
	{ code, kind }: Pick<Kpi, 'code' | 'kind'>,
	entry: EnteredParts
): DerivedObservation | null {
	const { numerator, denominator, value } = entry;
	const common = { kpiCode: code, numerator, denominator, buckets: null, missingReason: null };
	switch (kind) {
		case 'proportion':
			if (numerator === null || denominator === null) return null;
			return proportion(code, numerator, denominator);
		case 'mean':
			if (numerator === null || denominator === null) return null;
			return denominator === 0
				? { ...common, value: null, missingReason: 'no_cases' }
				: { ...common, value: numerator / denominator };
		case 'count':
			return numerator === null ? null : { ...common, denominator: null, value: numerator };
		case 'index':
			return value === null ? null : { ...common, value };
		case 'distribution':
			return distribution(code, entry);
	}
}

function distribution(kpiCode: string, entry: EnteredParts): DerivedObservation | null {
	const buckets = bucketsOf(entry);
	if (!buckets) return null;
	const completed = buckets.reduce((sum, count) => sum + count, 0);
	const median = entry.medianHours ?? durationQuantile(buckets, 0.5)?.hours ?? null;
	return {
		kpiCode,
		numerator: null,
		denominator: completed,
		value: completed === 0 ? null : median,
		buckets,
		missingReason: completed === 0 ? 'no_cases' : null
	};
}
