/** Upper bounds of the duration buckets in hours: <= 1 h, <= 24 h, <= 3 d, <= 7 d, and open. */
export const BUCKET_HOURS = [1, 24, 72, 168, Infinity] as const;

/**
 * Where the first bucket begins for interpolation on the logarithmic scale, which knows no 0:
 * six minutes, under which the catalogue already asks whether a turnaround is real.
 */
const FIRST_BUCKET_FROM_HOURS = 0.1;

/** Completed cases per bucket, in the order of {@link BUCKET_HOURS}. */
export type Buckets = readonly [number, number, number, number, number];

/** A quantile of durations: an estimate, or at least so much when it falls in the open bucket. */
export interface DurationQuantile {
	readonly kind: 'estimate' | 'at_least';
	readonly hours: number;
}

export interface DurationSummary {
	readonly completed: number;
	/** Completed within 24 hours, 0 to 1; exact, because 24 h is a bucket's bound. Null without cases. */
	readonly shareWithin24Hours: number | null;
	readonly median: DurationQuantile | null;
	readonly p90: DurationQuantile | null;
}

/** The share within 24 h, the median and the P90 of a month's (or a group's) buckets. */
export function summariseDurations(buckets: Buckets): DurationSummary {
	const completed = countCases(buckets);
	return {
		completed,
		shareWithin24Hours: shareWithin24Hours(buckets),
		median: durationQuantile(buckets, 0.5),
		p90: durationQuantile(buckets, 0.9)
	};
}

/** The share within 24 h alone, 0 to 1; null without cases. */
export function shareWithin24Hours(buckets: Buckets): number | null {
	const completed = countCases(buckets);
	return completed === 0 ? null : (buckets[0] + buckets[1]) / completed;
}

/**
 * A quantile from buckets: in the bucket [a, b] that holds the p n-th case, with the fraction f of
 * its cases before it, a (b / a)^f, which is linear on the logarithmic scale because durations are
 * skewed. In the open bucket only its lower bound of 168 h is known.
 * @returns null without cases
 */
export function durationQuantile(buckets: Buckets, p: number): DurationQuantile | null {
	const wanted = p * countCases(buckets);
	let before = 0;
	let from = FIRST_BUCKET_FROM_HOURS;
	for (const [i, to] of BUCKET_HOURS.entries()) {
		const count = buckets[i] ?? 0;
		if (count > 0 && before + count >= wanted) {
			if (to === Infinity) return { kind: 'at_least', hours: from };
			return { kind: 'estimate', hours: from * (to / from) ** ((wanted - before) / count) };
		}
		before += count;
		from = to;
	}
	return null;
}

/** Buckets of several months or regions together: they add up, medians do not. */
export function addBuckets(all: readonly Buckets[]): Buckets {
	const at = (i: 0 | 1 | 2 | 3 | 4) => all.reduce((total, buckets) => total + buckets[i], 0);
	return [at(0), at(1), at(2), at(3), at(4)];
}

function countCases(buckets: Buckets): number {
	return buckets[0] + buckets[1] + buckets[2] + buckets[3] + buckets[4];
}
