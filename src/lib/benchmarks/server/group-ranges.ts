import type { Context } from '#lib/core/context.ts';
import { monthFromIndex, monthIndex, type Month } from '#lib/core/period.ts';
import type { KeptGroup } from '../group.ts';
import * as benchmarks from './repository.ts';

/** The middle half of a group's values in a month. */
export interface GroupRange {
	readonly month: Month;
	readonly n: number;
	readonly p25: number;
	readonly p75: number;
	readonly isSample: boolean;
}

const MONTHS_BACK = 12;

/**
 * The newest middle half of each KPI for a group, in the year up to a month, by the KPI's key.
 * KPIs that nobody in the group reported are left out.
 */
export async function getGroupRanges(
	{ db }: Pick<Context, 'db'>,
	kpiKeys: readonly number[],
	group: KeptGroup,
	upTo: Month
): Promise<Map<number, GroupRange>> {
	if (kpiKeys.length === 0) return new Map();
	const to = monthIndex(upTo);
	const rows = await benchmarks.listGroupRanges(db, kpiKeys, group, to - MONTHS_BACK, to);
	const ranges = new Map<number, GroupRange>();
	for (const { kpiKey, month, n, nSample, p25, p75 } of rows) {
		if (ranges.has(kpiKey) || p25 === null || p75 === null) continue;
		ranges.set(kpiKey, { month: monthFromIndex(month), n, p25, p75, isSample: nSample > 0 });
	}
	return ranges;
}
