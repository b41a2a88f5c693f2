import type { KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { FieldProblem } from '#lib/core/errors.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { flowFields } from '../counts.ts';
import type { CheckInput, EntryCheck } from '../entry-check.ts';
import { checkEntry } from '../entry-checks.ts';
import type { ExpectedVolume } from '../expected-volume.ts';
import { isTurnaround } from './scope.ts';

/** How many months before an entry the checks look back: three years, for seasons. */
export const MONTHS_BACK = 36;

/** What a form may not hold: in a draft figures that cannot be true, at last also empty fields. */
export function formProblems(
	kpi: KpiDetail,
	entry: ObservationEntry,
	intent: 'save' | 'submit'
): FieldProblem[] {
	return problemsOf(kpi, entry, intent === 'submit' ? ['needed', 'error'] : ['error']);
}

/** What forbids submitting an entry: missing and contradictory figures. */
export function entryProblems(kpi: KpiDetail, entry: ObservationEntry): FieldProblem[] {
	return problemsOf(kpi, entry, ['error', 'needed']).filter(
		({ path, code }) => !(code === 'field.required' && isLeftOut(kpi, entry, path))
	);
}

/**
 * What an entry's note has to explain.
 * @param all the region's entries, this one and others among them
 * @param shareKpi the service's KPI of the share within 24 hours, whose limit warns
 * @param expectedVolume what the population makes one expect of the service
 */
export function entryWarnings(
	kpi: KpiDetail,
	entry: ObservationEntry,
	all: readonly ObservationEntry[],
	shareKpi: KpiDetail | undefined,
	expectedVolume: ExpectedVolume | null = null
): FieldProblem[] {
	const earlier = earlierEntries(kpi, entry.month, all);
	return warningsAfter(kpi, entry, earlier, shareKpi, expectedVolume);
}

/**
 * The same, where the months before are at hand.
 * @param earlier those of the KPI that the checks look back to, newest first
 */
export function warningsAfter(
	kpi: KpiDetail,
	entry: ObservationEntry,
	earlier: readonly ObservationEntry[],
	shareKpi: KpiDetail | undefined,
	expectedVolume: ExpectedVolume | null = null
): FieldProblem[] {
	const input: CheckInput = {
		kpi,
		month: entry.month,
		entry,
		earlier,
		shareMin: shareKpi?.warnMin ?? null,
		expectedVolume
	};
	return checkEntry(input, ['warning']).map(plain);
}

/** The months of a KPI before another, newest first, as far as the checks look back. */
export function earlierEntries(
	kpi: KpiDetail,
	month: number,
	all: readonly ObservationEntry[]
): ObservationEntry[] {
	return all
		.filter((entry) => entry.kpiKey === kpi.key && entry.month < month)
		.filter((entry) => entry.month >= month - MONTHS_BACK)
		.toSorted((a, b) => b.month - a.month);
}

function problemsOf(
	kpi: KpiDetail,
	entry: ObservationEntry,
	severities: readonly EntryCheck['severity'][]
): FieldProblem[] {
	const { month } = entry;
	const input = { kpi, month, entry, earlier: [], shareMin: null, expectedVolume: null };
	return checkEntry(input, severities).map(plain);
}

function plain({ path, code, values }: FieldProblem): FieldProblem {
	return { path, code, ...(values && { values }) };
}

/** An upload may hold a service's finished requests alone; the totals then do without it. */
function isLeftOut(kpi: KpiDetail, entry: ObservationEntry, path: string): boolean {
	if (!isTurnaround(kpi)) return false;
	return (
		flowFields.every((field) => entry[field] === null) && flowFields.some((field) => field === path)
	);
}
