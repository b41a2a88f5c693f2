import { BUCKET_HOURS, summariseDurations } from '#lib/benchmarks/statistics/buckets.ts';
import type { FieldProblem } from '#lib/core/errors.ts';
import { bucketsOf, countFields, type EntryCounts, flowFields } from './counts.ts';

/** What a service's month is measured against. */
export interface CheckContext {
	/** The months before, newest first; six of them count. */
	readonly earlier: readonly EntryCounts[];
	/** Shares within 24 hours under this percentage ask for a note; null when the KPI has no such limit. */
	readonly warnShareBelow: number | null;
	/** Medians outside these hours ask for a note. */
	readonly warnHours: { readonly min: number | null; readonly max: number | null };
}

const MONTHS_COMPARED = 6;
/** With fewer months there is nothing usual to compare with. */
const MONTHS_NEEDED = 3;
const USUAL_CHANGE = 0.5;
/** From here on a jump looks like a digit too many or another unit rather than a change. */
const SLIP_FACTOR = 7;
/** Counts under this jump about by chance. */
const SMALL_COUNT = 10;

/** Numbers that cannot be true, whatever their reason. Empty fields are not looked at. */
export function contradictions(counts: EntryCounts): FieldProblem[] {
	const { received, completed, returned, online, medianHours, p90Hours } = counts;
	const problems: FieldProblem[] = [];
	const buckets = bucketsOf(counts);
	const sum = buckets?.reduce((total, count) => total + count, 0);
	if (completed !== null && sum !== undefined && sum !== completed) {
		problems.push(problem('completed', 'observation.sumDiffers', { sum, completed }));
	}
	if (received !== null && online !== null && online > received) {
		problems.push(problem('online', 'observation.moreThanReceived', { received }));
	}
	if (received !== null && returned !== null && returned > received) {
		problems.push(problem('returned', 'observation.moreThanReceived', { received }));
	}
	if (medianHours !== null && p90Hours !== null && p90Hours < medianHours) {
		problems.push(problem('p90Hours', 'observation.p90BelowMedian', { median: medianHours }));
	}
	return problems;
}

/** The counts that are still missing: a draft may lack some, a submitted form none. */
export function missingCounts(counts: EntryCounts): FieldProblem[] {
	return countFields
		.filter((field) => counts[field] === null)
		.map((field) => problem(field, 'field.required'));
}

/** As {@link missingCounts} for an upload, which may hold the finished requests alone. */
export function missingInUpload(counts: EntryCounts): FieldProblem[] {
	const isFinishedOnly = flowFields.every((field) => counts[field] === null);
	const missing = missingCounts(counts);
	if (!isFinishedOnly) return missing;
	return missing.filter(({ path }) => !flowFields.some((field) => field === path));
}

/** Numbers that are possible but unusual: each asks the agency to say why in the note. */
export function warnings(counts: EntryCounts, context: CheckContext): FieldProblem[] {
	return [
		...jumps(counts, context.earlier.slice(0, MONTHS_COMPARED)),
		...lowShare(counts, context.warnShareBelow),
		...oddMedian(counts, context.warnHours)
	];
}

function jumps(counts: EntryCounts, earlier: readonly EntryCounts[]): FieldProblem[] {
	const changed = (['received', 'completed'] as const).flatMap((field) => {
		const usual = meanOf(earlier, field);
		const now = counts[field];
		if (usual === null || now === null || isSlip(now, usual)) return [];
		const change = (now - usual) / usual;
		if (Math.abs(change) <= USUAL_CHANGE) return [];
		const code = change > 0 ? 'observation.warn.rose' : 'observation.warn.fell';
		return [
			problem(field, code, {
				percent: Math.round(Math.abs(change) * 100),
				usual: Math.round(usual)
			})
		];
	});
	const slipped = ([...countFields, 'medianHours', 'p90Hours'] as const).flatMap((field) => {
		const usual = meanOf(earlier, field);
		const now = counts[field];
		if (usual === null || now === null || !isSlip(now, usual)) return [];
		const isHours = field === 'medianHours' || field === 'p90Hours';
		if (!isHours && Math.max(usual, now) < SMALL_COUNT * SLIP_FACTOR) return [];
		return [problem(field, 'observation.warn.slip', { usual: Math.round(usual * 10) / 10 })];
	});
	return [...changed, ...slipped];
}

function isSlip(now: number, usual: number): boolean {
	return now >= usual * SLIP_FACTOR || now <= usual / SLIP_FACTOR;
}

function lowShare(counts: EntryCounts, limit: number | null): FieldProblem[] {
	const buckets = bucketsOf(counts);
	const share = buckets && summariseDurations(buckets).shareWithin24Hours;
	if (share === null || limit === null || share * 100 >= limit) return [];
	return [
		problem('bucket2', 'observation.warn.lowShare', { percent: Math.round(share * 100), limit })
	];
}

function oddMedian(counts: EntryCounts, { min, max }: CheckContext['warnHours']): FieldProblem[] {
	const { medianHours } = counts;
	if (medianHours === null) return [];
	if ((min !== null && medianHours < min) || (max !== null && medianHours > max)) {
		return [
			problem('medianHours', 'observation.warn.medianRange', { min: min ?? 0, max: max ?? 0 })
		];
	}
	return fitsBuckets(medianHours, counts)
		? []
		: [problem('medianHours', 'observation.warn.medianBucket')];
}

/** Half of the cases must have been finished by the end of the median's own bucket, and not before. */
function fitsBuckets(hours: number, counts: EntryCounts): boolean {
	const buckets = bucketsOf(counts);
	const total = buckets?.reduce((sum, count) => sum + count, 0) ?? 0;
	if (!buckets || total === 0) return true;
	const at = BUCKET_HOURS.findIndex((end) => hours <= end);
	const before = buckets.slice(0, at).reduce((sum, count) => sum + count, 0);
	return before * 2 <= total && (before + (buckets[at] ?? 0)) * 2 >= total;
}

/** Null without enough months that have the figure, or when it is usually 0. */
function meanOf(earlier: readonly EntryCounts[], field: keyof EntryCounts): number | null {
	const values = earlier.flatMap((counts) => counts[field] ?? []);
	const sum = values.reduce((total, value) => total + value, 0);
	return values.length < MONTHS_NEEDED || sum === 0 ? null : sum / values.length;
}

function problem(
	path: keyof EntryCounts,
	code: string,
	values?: FieldProblem['values']
): FieldProblem {
	return { path, code, ...(values && { values }) };
}
