import type { KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { FieldProblem } from '#lib/core/errors.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { enteredProblems, enteredWarnings } from '../entered-checks.ts';
import { contradictions, missingInUpload, warnings } from '../turnaround-checks.ts';
import { isTurnaround } from './scope.ts';

/** How many months before an entry the checks look back. */
export const MONTHS_BACK = 6;

/** What forbids submitting an entry: missing and contradictory numbers. */
export function entryProblems(kpi: KpiDetail, entry: ObservationEntry): FieldProblem[] {
	if (!isTurnaround(kpi)) return enteredProblems(kpi, entry);
	return [...missingInUpload(entry), ...contradictions(entry)];
}

/**
 * What an entry's note has to explain.
 * @param all the region's entries, this one and others among them
 * @param shareKpi the service's KPI of the share within 24 hours, whose limit warns
 */
export function entryWarnings(
	kpi: KpiDetail,
	entry: ObservationEntry,
	all: readonly ObservationEntry[],
	shareKpi: KpiDetail | undefined
): FieldProblem[] {
	const earlier = all
		.filter(({ kpiKey, month }) => kpiKey === entry.kpiKey && month < entry.month)
		.filter(({ month }) => month >= entry.month - MONTHS_BACK)
		.toSorted((a, b) => b.month - a.month);
	if (!isTurnaround(kpi)) return enteredWarnings(kpi, entry, earlier);
	return warnings(entry, {
		earlier,
		warnShareBelow: shareKpi?.warnMin ?? null,
		warnHours: { min: kpi.warnMin, max: kpi.warnMax }
	});
}
