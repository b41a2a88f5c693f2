import { type Buckets, durationQuantile } from '#lib/benchmarks/statistics/buckets.ts';

/** A month of one service, as entered: counts of requests. */
export interface TurnaroundCounts {
	readonly received: number;
	/** The sum of the buckets. */
	readonly completed: number;
	/** Completed within 1 hour, 24 hours, 3 days, 7 days, and later. */
	readonly buckets: Buckets;
	readonly returned: number;
	/** Still pending after more than 7 days at the end of the month. */
	readonly pendingOver7Days: number;
	readonly online: number;
	/** Exact figures of the region's own system, in hours, where it has them. */
	readonly medianHours?: number | null;
	readonly p90Hours?: number | null;
}

/** What is published for one KPI, region and month. Exactly one of value and reason is null. */
export interface DerivedObservation {
	readonly kpiCode: string;
	readonly numerator: number | null;
	readonly denominator: number | null;
	/** In the KPI's unit, unrounded. */
	readonly value: number | null;
	readonly buckets: Buckets | null;
	readonly missingReason: 'no_cases' | 'not_applicable' | null;
}

/** The codes of the KPIs that follow from a service's turnaround counts. */
export function turnaroundKpiCodes(service: string): string[] {
	return [`ADM-SLA-${service}`, `ADM-TAT-${service}`, `ADM-VOL-${service}`];
}

/**
 * The KPIs of one service that follow from its turnaround counts: share within 24 hours, median
 * and volume. The median is the exact one where given, else interpolated inside its bucket, where
 * the open bucket gives its lower bound of 168 hours. Without finished requests both are missing
 * for want of cases, and the volume is a real zero.
 */
export function deriveTurnaround(service: string, counts: TurnaroundCounts): DerivedObservation[] {
	const { completed, buckets } = counts;
	const median = counts.medianHours ?? durationQuantile(buckets, 0.5)?.hours ?? null;
	return [
		proportion(`ADM-SLA-${service}`, buckets[0] + buckets[1], completed),
		{
			kpiCode: `ADM-TAT-${service}`,
			numerator: null,
			denominator: completed,
			value: completed === 0 ? null : median,
			buckets,
			missingReason: completed === 0 ? 'no_cases' : null
		},
		count(`ADM-VOL-${service}`, completed)
	];
}

/**
 * The KPIs over all services together: backlog, share filed online and share returned, from the
 * counts of every service that has been published for the month. Nothing without any.
 */
export function deriveTotals(services: readonly TurnaroundCounts[]): DerivedObservation[] {
	if (services.length === 0) return [];
	const total = (part: (counts: TurnaroundCounts) => number) =>
		services.reduce((sum, counts) => sum + part(counts), 0);
	const received = total((counts) => counts.received);
	return [
		count(
			'ADM-BLG',
			total((counts) => counts.pendingOver7Days)
		),
		proportion(
			'ADM-DIG',
			total((counts) => counts.online),
			received
		),
		proportion(
			'ADM-REJ',
			total((counts) => counts.returned),
			received
		)
	];
}

/** A percentage from its counts; missing for want of cases when the denominator is 0. */
export function proportion(
	kpiCode: string,
	numerator: number,
	denominator: number
): DerivedObservation {
	const hasCases = denominator > 0;
	return {
		kpiCode,
		numerator,
		denominator,
		value: hasCases ? (100 * numerator) / denominator : null,
		buckets: null,
		missingReason: hasCases ? null : 'no_cases'
	};
}

function count(kpiCode: string, numerator: number): DerivedObservation {
	return {
		kpiCode,
		numerator,
		denominator: null,
		value: numerator,
		buckets: null,
		missingReason: null
	};
}
