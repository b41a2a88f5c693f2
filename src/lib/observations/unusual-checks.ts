import { BUCKET_HOURS, shareWithin24Hours } from '#lib/benchmarks/statistics/buckets.ts';
import { bucketsOf, type EntryCounts } from './counts.ts';
import { deriveEntered } from './derive-entered.ts';
import { type CheckInput, type EntryCheck, found, lastMonthOf } from './entry-check.ts';
import { isSlip } from './slip-checks.ts';

const MONTHS_NEEDED = 3;
const MONTHS_COMPARED = 6;
const USUAL_CHANGE = 0.5;

/** More than half up or down against the mean of the last six months. */
const changed: EntryCheck = {
	name: 'changed',
	severity: 'warning',
	find: (input) => {
		const { kpi, entry, earlier, month } = input;
		const recent = earlier.filter((past) => past.month >= month - MONTHS_COMPARED);
		if (kpi.derivation === 'turnaround') {
			return (['received', 'completed'] as const).flatMap((field) =>
				change(
					field,
					entry[field],
					recent.flatMap((past) => past[field] ?? [])
				)
			);
		}
		const path = kpi.kind === 'index' ? 'value' : 'numerator';
		return change(
			path,
			deriveEntered(kpi, entry)?.value ?? null,
			recent.flatMap((past) => deriveEntered(kpi, past)?.value ?? [])
		);
	}
};

function change(
	path: 'received' | 'completed' | 'value' | 'numerator',
	now: number | null,
	before: readonly number[]
) {
	const usual = before.reduce((sum, value) => sum + value, 0) / before.length;
	if (now === null || before.length < MONTHS_NEEDED || usual === 0) return [];
	if (now !== 0 && isSlip(now, usual)) return []; // a slip is told as one
	const by = (now - usual) / usual;
	if (Math.abs(by) <= USUAL_CHANGE) return [];
	const code = by > 0 ? 'observation.warn.rose' : 'observation.warn.fell';
	const values = { percent: Math.round(Math.abs(by) * 100), usual: Math.round(usual * 10) / 10 };
	return [found(path, code, values)];
}

/** Outside what the catalogue calls usual: a value, a share within 24 hours, an exact median. */
const usualRange: EntryCheck = {
	name: 'usualRange',
	severity: 'warning',
	find: (input) => {
		const { kpi, entry } = input;
		if (kpi.derivation === 'turnaround') {
			return [...lowShare(entry, input.shareMin), ...oddMedian(input)];
		}
		const value = deriveEntered(kpi, entry)?.value ?? null;
		if (value === null || !isOutside(value, kpi.warnMin, kpi.warnMax)) return [];
		const path = kpi.kind === 'index' ? 'value' : 'numerator';
		return [found(path, 'observation.warn.unusual')];
	}
};

function isOutside(value: number, min: number | null, max: number | null): boolean {
	return (min !== null && value < min) || (max !== null && value > max);
}

function lowShare(entry: EntryCounts, limit: number | null) {
	const buckets = bucketsOf(entry);
	const share = buckets && shareWithin24Hours(buckets);
	if (share === null || limit === null || share * 100 >= limit) return [];
	return [
		found('bucket2', 'observation.warn.lowShare', { percent: Math.round(share * 100), limit })
	];
}

function oddMedian({ kpi: { warnMin, warnMax }, entry }: CheckInput) {
	const { medianHours } = entry;
	if (medianHours === null || !isOutside(medianHours, warnMin, warnMax)) return [];
	const values = { min: warnMin ?? 0, max: warnMax ?? 0 };
	return [found('medianHours', 'observation.warn.medianRange', values)];
}

/** Half of the cases must have been finished by the end of the median's own bucket, not before. */
const medianInBucket: EntryCheck = {
	name: 'medianInBucket',
	severity: 'warning',
	find: ({ entry }) => {
		const { medianHours } = entry;
		const buckets = bucketsOf(entry);
		const total = buckets?.reduce((sum, count) => sum + count, 0) ?? 0;
		if (medianHours === null || !buckets || total === 0) return [];
		const at = BUCKET_HOURS.findIndex((end) => medianHours <= end);
		const before = buckets.slice(0, at).reduce((sum, count) => sum + count, 0);
		const fits = before * 2 <= total && (before + (buckets[at] ?? 0)) * 2 >= total;
		return fits ? [] : [found('medianHours', 'observation.warn.medianBucket')];
	}
};

/** Open requests at the end = those at the start + received - completed - returned. */
const stockBalance: EntryCheck = {
	name: 'stockBalance',
	severity: 'warning',
	find: (input) => {
		const { received, completed, returned, pending } = input.entry;
		const before = lastMonthOf(input)?.pending ?? null;
		if (before === null || received === null || completed === null || returned === null) return [];
		const expected = before + received - completed - returned;
		if (pending === null || pending === undefined || pending === expected) return [];
		return [found('pending', 'observation.warn.stockBalance', { expected, before })];
	}
};

/** How many times more or less than the population makes one expect. */
const VOLUME_FACTOR = 4;

/** Finished requests against what the region's population makes one expect. */
const volumeForPopulation: EntryCheck = {
	name: 'volumeForPopulation',
	severity: 'warning',
	find: ({ entry: { completed }, expectedVolume }) => {
		if (completed === null || expectedVolume === null) return [];
		const { volume, population, perThousand, basis, regions } = expectedVolume;
		const isUsual = completed <= volume * VOLUME_FACTOR && completed >= volume / VOLUME_FACTOR;
		if (isUsual) return [];
		const values = {
			expected: Math.round(volume),
			population: Math.round(population),
			rate: Math.round(perThousand * 100) / 100
		};
		return basis === 'demography'
			? [found('completed', 'observation.warn.volume', values)]
			: [found('completed', 'observation.warn.volumePeers', { ...values, regions })];
	}
};

/** Figures that are possible, but not what one would expect. */
export const unusualChecks: readonly EntryCheck[] = [
	changed,
	usualRange,
	medianInBucket,
	stockBalance,
	volumeForPopulation
];
