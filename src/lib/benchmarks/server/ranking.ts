import { getKpi, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { invalidField } from '#lib/core/errors.ts';
import { monthFromIndex, monthIndex, type Month } from '#lib/core/period.ts';
import { allDueRules } from '#lib/observations/server/deadlines.ts';
import type { RegionSummary } from '#lib/regions/server/use-cases.ts';
import { summarise } from '../benchmark-rows.ts';
import { keptGroupCode, parseGroup } from '../group.ts';
import { whyMissing } from '../missing.ts';
import { rankMonth, type Ranking, type RankingFigure } from '../ranking.ts';
import { latestMonth } from './latest-month.ts';
import { labelGroup, listMembers } from './members.ts';
import { findIntervalsFor } from './rank-interval-cache.ts';
import * as benchmarks from './repository.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

/**
 * A group's regions for one KPI and month, best first, each with its rank, how far that rank could
 * move by chance, and what to know about its figure. Without a month, the newest that most of the
 * group has reported. Unknown KPIs, provinces and regions are `not_found`.
 */
export async function getRanking(
	ctx: ReadContext,
	input: { readonly kpi: string; readonly month?: Month | undefined; readonly group?: string }
): Promise<Ranking> {
	const kpi = await getKpi(ctx, input.kpi);
	const code = input.group ?? 'all';
	const group = parseGroup(code);
	if (!group) throw invalidField('group', 'benchmark.badGroup');

	const members = await listMembers(ctx, group);
	const month = input.month ?? (await latestMonth(ctx, kpi, keptGroupCode(group)));
	const figures = await figuresOf(ctx, kpi, members, month);
	const valued = figures.filter(
		(figure): figure is RankingFigure & { value: number } => figure.value !== null
	);
	return {
		kpi,
		month,
		group: code,
		groupLabel: await labelGroup(ctx, group),
		summary: summarise(valued.map((figure) => ({ ...figure, isSample: figure.isSample ? 1 : 0 }))),
		...(await rankMonth(kpi, figures, findIntervalsFor(`${kpi.code} ${month ?? ''} ${code}`)))
	};
}

async function figuresOf(
	ctx: ReadContext,
	kpi: KpiDetail,
	members: readonly RegionSummary[],
	month: Month | null
): Promise<RankingFigure[]> {
	const facts =
		month === null ? [] : await benchmarks.listMonth(ctx.db, kpi.key, monthIndex(month));
	const byRegion = new Map(facts.map((fact) => [fact.regionKey, fact]));
	const silent = members.filter(({ key }) => !byRegion.has(key)).map(({ key }) => key);
	const firsts = await benchmarks.listFirstMonths(ctx.db, kpi.key, silent);
	const firstByRegion = new Map(firsts.map((first) => [first.regionKey, first.month]));

	const rulesOf = await allDueRules(ctx);
	return members.map(({ key, code, name, timezone }) => {
		const fact = byRegion.get(key);
		const first = firstByRegion.get(key);
		return {
			code,
			name,
			value: fact?.value ?? null,
			numerator: fact?.numerator ?? null,
			denominator: fact?.denominator ?? null,
			missing:
				fact?.missingReason ??
				(fact || month === null
					? null
					: whyMissing(
							month,
							first === undefined ? null : monthFromIndex(first),
							ctx.now(),
							timezone,
							rulesOf(code)
						)),
			isProvisional: fact?.verification === 'claimed',
			isSample: fact?.isSample === 1
		};
	});
}
