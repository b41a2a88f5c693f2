import type { KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { FieldProblem } from '#lib/core/errors.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { type EntryCounts, pickCounts, sameCounts } from '../counts.ts';
import type { ObservationRowInput } from '../schema.ts';

type Numbers = EntryCounts & Pick<ObservationEntry, 'numerator' | 'denominator' | 'value'>;

type Part = 'numerator' | 'denominator' | 'value' | 'buckets';

/** The parts a row may have by the kind of its KPI; a count may be called its value. */
const PARTS: Readonly<Record<KpiDetail['kind'], readonly Part[]>> = {
	proportion: ['numerator', 'denominator'],
	mean: ['numerator', 'denominator'],
	count: ['numerator', 'value'],
	index: ['value'],
	distribution: ['buckets']
};

/** What an uploaded row would put into its entry; refused when it has parts its KPI has not. */
export function typedNumbers(kpi: KpiDetail, input: ObservationRowInput): Numbers | FieldProblem {
	for (const part of ['numerator', 'denominator', 'value', 'buckets'] as const) {
		if (input[part] !== null && !PARTS[kpi.kind].includes(part)) {
			return { path: part, code: 'observation.unusedPart', values: { part } };
		}
	}
	const { buckets } = input;
	if (buckets?.includes(null))
		return { path: `buckets.${String(buckets.indexOf(null))}`, code: 'observation.emptyBucket' };
	const isCount = kpi.kind === 'count';
	return {
		numerator: isCount ? (input.numerator ?? input.value) : input.numerator,
		denominator: input.denominator,
		value: isCount ? null : input.value,
		received: input.received,
		completed: buckets ? buckets.reduce<number>((sum, count) => sum + (count ?? 0), 0) : null,
		bucket1: buckets?.[0] ?? null,
		bucket2: buckets?.[1] ?? null,
		bucket3: buckets?.[2] ?? null,
		bucket4: buckets?.[3] ?? null,
		bucket5: buckets?.[4] ?? null,
		returned: input.returned,
		backlog: input.backlog,
		online: input.online,
		medianHours: input.median_hours,
		p90Hours: input.p90_hours
	};
}

/** Whether an entry already says what a row says. */
export function sameNumbers(a: ObservationEntry, b: ObservationEntry): boolean {
	return (
		a.numerator === b.numerator &&
		a.denominator === b.denominator &&
		a.value === b.value &&
		a.note === b.note &&
		sameCounts(pickCounts(a), pickCounts(b))
	);
}
