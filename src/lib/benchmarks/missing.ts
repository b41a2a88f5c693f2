import type { MissingReason } from '#lib/charts/model-parts.ts';
import type { Month } from '#lib/core/period.ts';
import { type DueRule, isOverdue } from '#lib/observations/reporting-month.ts';

/**
 * Why a region has no published figure for a month: it is not due yet, it is late, or nothing is
 * known because the region had not begun to report the KPI by then.
 * @param rules of the region, where it has set its own deadline
 * @param firstMonth the first month the region ever reported the KPI for; null when it never did
 */
export function whyMissing(
	month: Month,
	firstMonth: Month | null,
	now: Date,
	timezone: string,
	rules: readonly DueRule[] = []
): MissingReason {
	if (!isOverdue(month, now, timezone, rules)) return 'not_due';
	return firstMonth !== null && month > firstMonth ? 'late' : 'no_data';
}
