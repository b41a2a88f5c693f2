import type { KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import {
	lastCompletedMonth,
	monthFromIndex,
	monthIndex,
	type Day,
	type Month
} from '#lib/core/period.ts';
import { endOfDay } from '#lib/core/as-of.ts';
import { keptGroupCode, parseGroup } from '../group.ts';
import { chooseMonth } from '../latest-month.ts';
import { findNewestKnown, listReportingKnown } from './known-repository.ts';
import { listMembers } from './members.ts';
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

/** The months that {@link listMonths} would have listed at the end of a day. */
export async function listMonthsKnown(
	ctx: Pick<Context, 'db' | 'now'>,
	kpi: Pick<KpiDetail, 'key'>,
	{ groupCode = 'all', asOf }: { readonly groupCode?: string; readonly asOf: Day }
): Promise<Month[]> {
	const members = await listMembers(ctx, parseGroup(keptCode(groupCode)) ?? { kind: 'all' });
	const keys = members.map(({ key }) => key);
	const months = await listReportingKnown(ctx.db, kpi.key, keys, endOfDay(asOf));
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

/** The newest month that each of some KPIs had at the end of a day, by the KPI's key. */
export async function listNewestKnown(
	{ db }: Pick<Context, 'db'>,
	kpis: readonly Pick<KpiDetail, 'key'>[],
	asOf: Day
): Promise<Map<number, NewestMonth>> {
	const then = endOfDay(asOf);
	const to = monthIndex(lastCompletedMonth(new Date(then)));
	const newest = new Map<number, NewestMonth>();
	for (const { key } of kpis) {
		const found = await findNewestKnown(db, key, { to, asOf: then });
		if (found) newest.set(key, { ...found, month: monthFromIndex(found.month) });
	}
	return newest;
}
