import type { KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { monthFromIndex, type Month } from '#lib/core/period.ts';
import { keptGroupCode, parseGroup } from '../group.ts';
import { chooseMonth } from '../latest-month.ts';
import * as benchmarks from './repository.ts';

/**
 * The newest month in which at least 60 % of a group's regions have a value for a KPI, or else the
 * newest with any; null when nothing is published yet. An unknown KPI is `not_found`.
 * @param kpi its code, or the KPI itself where the caller has it
 * @param groupCode by default all regions, which also stand for groups that no benchmark is kept of
 */
export async function latestMonth(
	ctx: Pick<Context, 'db'>,
	kpi: string | Pick<KpiDetail, 'key'>,
	groupCode = 'all'
): Promise<Month | null> {
	const { key } = typeof kpi === 'string' ? await getKpi(ctx, kpi) : kpi;
	const month = chooseMonth(await benchmarks.listReporting(ctx.db, key, keptCode(groupCode)));
	return month === null ? null : monthFromIndex(month);
}

/** All months in which any region of a group has a value for a KPI, newest first. */
export async function listMonths(
	ctx: Pick<Context, 'db'>,
	kpi: Pick<KpiDetail, 'key'>,
	groupCode = 'all'
): Promise<Month[]> {
	const months = await benchmarks.listReporting(ctx.db, kpi.key, keptCode(groupCode));
	return months.map(({ month }) => monthFromIndex(month));
}

function keptCode(groupCode: string): string {
	return keptGroupCode(parseGroup(groupCode) ?? { kind: 'all' });
}

/** The newest month of a KPI and how many regions have a value in it. */
export interface NewestMonth {
	readonly month: Month;
	readonly n: number;
	readonly nSample: number;
}

/** The newest month of every KPI that has any data, by the KPI's key. */
export async function listNewestMonths({
	db
}: Pick<Context, 'db'>): Promise<Map<number, NewestMonth>> {
	const rows = await benchmarks.listNewest(db, 'all');
	return new Map(
		rows.map(({ kpiKey, month, n, nSample }) => [
			kpiKey,
			{ month: monthFromIndex(month), n, nSample }
		])
	);
}
