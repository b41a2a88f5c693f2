import { shareWithin24Hours } from '#lib/benchmarks/statistics/buckets.ts';
import { bucketsOf } from './counts.ts';
import { deriveEntered } from './derive-entered.ts';
import {
	type CheckedEntry,
	type CheckInput,
	type EntryCheck,
	found,
	medianOf,
	type PastEntry
} from './entry-check.ts';
import type { EntryField } from './row-kind.ts';

/** How many robust standard deviations from the median are too many. */
const K = 5;
/** Turns a median absolute deviation into the standard deviation of a normal distribution. */
const MAD_TO_SD = 1.4826;
/** On the logarithmic scale: series that hardly move are not held to a change of a few percent. */
const LEAST_SD = 0.1;
const MONTHS_NEEDED = 6;
const MONTHS_COMPARED = 12;
const YEARS_PAIRED_NEEDED = 6;

/** A figure on the scale on which its changes are even: logarithm of counts, logit of shares. */
interface Measure {
	readonly path: EntryField;
	readonly of: (entry: CheckedEntry) => number | null;
}

/**
 * Outside the median of the months before, by five robust deviations (median absolute deviation).
 * With two years of months the change against the same month of last year is judged by such
 * changes before, so that a season that returns each year is none.
 */
export const outlierCheck: EntryCheck = {
	name: 'outlier',
	severity: 'warning',
	find: (input) =>
		measuresOf(input).flatMap((measure) => {
			const now = measure.of(input.entry);
			if (now === null) return [];
			const reference = againstLastYear(input, measure, now) ?? againstLately(input, measure, now);
			return reference ? [found(measure.path, 'observation.warn.outlier')] : [];
		})
};

function measuresOf({ kpi }: CheckInput): Measure[] {
	if (kpi.derivation === 'turnaround') {
		return [
			{ path: 'completed', of: ({ completed }) => logOf(completed) },
			{
				path: 'bucket2',
				of: (entry) => {
					const buckets = bucketsOf(entry);
					return logitOf(buckets && shareWithin24Hours(buckets));
				}
			}
		];
	}
	const valueOf = (entry: CheckedEntry) => deriveEntered(kpi, entry)?.value ?? null;
	if (kpi.kind === 'proportion') {
		return [{ path: 'numerator', of: (entry) => logitOf(percent(valueOf(entry))) }];
	}
	const path = kpi.kind === 'index' ? 'value' : 'numerator';
	return [{ path, of: (entry) => logOf(valueOf(entry)) }];
}

/** Whether now lies outside; null without enough months. */
function againstLately(input: CheckInput, { of }: Measure, now: number): boolean | null {
	const values = input.earlier
		.filter(({ month }) => month >= input.month - MONTHS_COMPARED)
		.flatMap((past) => of(past) ?? []);
	return values.length < MONTHS_NEEDED ? null : isOutside(now, values);
}

function againstLastYear(input: CheckInput, { of }: Measure, now: number): boolean | null {
	const { month, earlier } = input;
	if (!earlier.some((past) => past.month === month - MONTHS_COMPARED)) return null;
	const byMonth = new Map(earlier.map((past) => [past.month, past] as const));
	const changeOf = (value: number | null, past: PastEntry | undefined) => {
		const before = past ? of(past) : null;
		return value === null || before === null ? null : value - before;
	};
	const change = changeOf(now, byMonth.get(month - MONTHS_COMPARED));
	const before = earlier.flatMap(
		(past) => changeOf(of(past), byMonth.get(past.month - MONTHS_COMPARED)) ?? []
	);
	return change === null || before.length < YEARS_PAIRED_NEEDED ? null : isOutside(change, before);
}

function isOutside(now: number, values: readonly number[]): boolean {
	const median = medianOf(values) ?? now;
	if (Math.abs(now - median) <= K * LEAST_SD) return false;
	const mad = medianOf(values.map((value) => Math.abs(value - median))) ?? 0;
	return Math.abs(now - median) > K * Math.max(MAD_TO_SD * mad, LEAST_SD);
}

function logOf(value: number | null): number | null {
	return value === null ? null : Math.log(value + 1);
}

/** Shares of none and all are moved in a little: the logit knows neither. */
function logitOf(share: number | null): number | null {
	if (share === null) return null;
	const inside = Math.min(0.995, Math.max(0.005, share));
	return Math.log(inside / (1 - inside));
}

function percent(value: number | null): number | null {
	return value === null ? null : value / 100;
}
