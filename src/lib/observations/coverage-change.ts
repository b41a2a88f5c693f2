import { addDays, type Day } from '#lib/core/period.ts';
import type { CoverageMode, CoveragePeriod } from './derive-coverage.ts';

/** What is to be said about one service in one district from a day on. */
export interface CoverageStatement {
	readonly mode: CoverageMode;
	readonly validFrom: Day;
}

/** How a statement changes what the register says about its district and service. */
export interface CoverageChange<P extends CoveragePeriod> {
	/** The row to write; it may take the place of one that begins on the same day. */
	readonly next: CoverageStatement & { readonly validTo: Day | null };
	/** The row of the same day, which it replaces; null when there is none. */
	readonly replaced: P | null;
	/** The row that ends the day before; null when none held that day. */
	readonly ended: P | null;
}

/**
 * Puts a statement into the timeline of one cell: the row that holds on its first day ends the day
 * before, and a row that begins later keeps its place. Null when the register says so already.
 * @param periods all rows about the same district and service
 */
export function changeCoverage<P extends CoveragePeriod>(
	periods: readonly P[],
	statement: CoverageStatement
): CoverageChange<P> | null {
	const { mode, validFrom } = statement;
	const holds = periods.find(
		(period) =>
			period.validFrom <= validFrom && (period.validTo === null || period.validTo >= validFrom)
	);
	if (holds?.mode === mode) return null;

	const replaced = periods.find((period) => period.validFrom === validFrom) ?? null;
	const later = periods
		.map((period) => period.validFrom)
		.filter((day) => day > validFrom)
		.toSorted()[0];
	const beforeLater = later === undefined ? null : addDays(later, -1);
	const end = holds?.validTo ?? null;
	const validTo = end !== null && (beforeLater === null || end < beforeLater) ? end : beforeLater;
	return {
		next: { mode, validFrom, validTo },
		replaced,
		ended: holds && holds !== replaced ? holds : null
	};
}
