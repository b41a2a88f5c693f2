import { getKpi, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { invalidField } from '#lib/core/errors.ts';
import { monthFromIndex, monthIndex, type Day, type Month } from '#lib/core/period.ts';
import { allDueRules } from '#lib/observations/server/deadlines.ts';
import type { RegionSummary } from '#lib/regions/server/use-cases.ts';
import { summarise } from '../benchmark-rows.ts';
import { endOfDay } from '#lib/core/as-of.ts';
import { keptGroupCode, parseGroup, type Group } from '../group.ts';
import { chooseMonth } from '../latest-month.ts';
import { whyMissing } from '../missing.ts';
import type { Buckets } from '../statistics/buckets.ts';
import { rankMonth, type Ranking, type RankingFigure } from '../ranking.ts';
import {
	listBucketsKnown,
	listFirstMonthsKnown,
	listMonthKnown,
	listReportingKnown
} from './known-repository.ts';
import { latestMonth } from './latest-month.ts';
import { labelGroup, listMembers } from './members.ts';
import { findIntervalsFor } from './rank-interval-cache.ts';
import * as benchmarks from './repository.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

/**
 * A group's regions for one KPI and month, best first, each with its rank, how far that rank could
 * move by chance, and what to know about its figure. Without a month, the newest that most of the
 * group has reported. Unknown KPIs, provinces and regions are `not_found`.
 * With `asOf`, as it was known at the end of that day.
 */
export async function getRanking(
	ctx: ReadContext,
	input: {
		readonly kpi: string;
		readonly month?: Month | undefined;
		readonly group?: string;
		/** The day at whose end it was known so; null or left out for now. */
		readonly asOf?: Day | null | undefined;
	}
): Promise<Ranking> {
	const kpi = await getKpi(ctx, input.kpi);
	const code = input.group ?? 'all';
	const group = parseGroup(code);
	if (!group) throw invalidField('group', 'benchmark.badGroup');

	const members = await listMembers(ctx, group);
	const asOf = input.asOf ? endOfDay(input.asOf) : null;
	const month = input.month ?? (await newestMonth(ctx, kpi, { group, members, asOf }));
	const figures = await figuresOf(ctx, kpi, members, month, asOf);
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

async function newestMonth(
	ctx: ReadContext,
	kpi: KpiDetail,
	{ group, members, asOf }: { group: Group; members: readonly RegionSummary[]; asOf: string | null }
): Promise<Month | null> {
	if (asOf === null) return latestMonth(ctx, kpi, keptGroupCode(group));
	const keys = members.map(({ key }) => key);
	const reporting = await listReportingKnown(ctx.db, kpi.key, keys, asOf);
	const month = chooseMonth(reporting.map((row) => ({ ...row, nExpected: members.length })));
	return month === null ? null : monthFromIndex(month);
}

async function figuresOf(
	ctx: ReadContext,
	kpi: KpiDetail,
	members: readonly RegionSummary[],
	month: Month | null,
	asOf: string | null
): Promise<RankingFigure[]> {
	const facts = month === null ? [] : await factsOf(ctx, kpi, month, asOf);
	const buckets = month === null ? null : await bucketsOf(ctx, kpi, month, asOf);
	const byRegion = new Map(facts.map((fact) => [fact.regionKey, fact]));
	const silent = members.filter(({ key }) => !byRegion.has(key)).map(({ key }) => key);
	const firsts =
		asOf === null
			? await benchmarks.listFirstMonths(ctx.db, kpi.key, silent)
			: await listFirstMonthsKnown(ctx.db, kpi.key, silent, asOf);
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
							asOf === null ? ctx.now() : new Date(asOf),
							timezone,
							rulesOf(code)
						)),
			isProvisional: fact?.verification === 'claimed',
			isSample: fact?.isSample === 1,
			buckets: buckets?.get(key) ?? null
		};
	});
}

function factsOf({ db }: ReadContext, { key }: KpiDetail, month: Month, asOf: string | null) {
	return asOf === null
		? benchmarks.listMonth(db, key, monthIndex(month))
		: listMonthKnown(db, key, monthIndex(month), asOf);
}

/** The cases by duration of every region; null for KPIs that have none. */
async function bucketsOf(
	{ db }: ReadContext,
	{ key, kind }: KpiDetail,
	month: Month,
	asOf: string | null
): Promise<Map<number, Buckets> | null> {
	if (kind !== 'distribution') return null;
	const index = monthIndex(month);
	const rows =
		asOf === null
			? await benchmarks.listBuckets(db, key, index)
			: await listBucketsKnown(db, key, index, asOf);
	return new Map(
		rows.map(({ regionKey, bucket1, bucket2, bucket3, bucket4, bucket5 }) => [
			regionKey,
			[bucket1 ?? 0, bucket2 ?? 0, bucket3 ?? 0, bucket4 ?? 0, bucket5 ?? 0]
		])
	);
}
