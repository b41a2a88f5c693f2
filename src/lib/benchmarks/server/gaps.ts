import { listKpis, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { lastCompletedMonth, monthFromIndex, monthIndex, type Month } from '#lib/core/period.ts';
import { listKpiWriteUps } from '#lib/innovations/server/kpi-write-ups.ts';
import { getRegion, listRegions } from '#lib/regions/server/use-cases.ts';
import { gapToBest, relativeGap, type Gap } from '../gaps.ts';
import { isTooSmall } from '../figure-uncertainty.ts';
import type { GapBaseRate } from '../gap-summary.ts';
import { bestFirst } from '../statistics/direction.ts';
import { readBaseRates } from './gap-base-rate.ts';
import * as benchmarks from './repository.ts';

/** A region that does better on the KPI and could be learned from. */
export interface BetterRegion {
	readonly code: string;
	readonly name: string;
	readonly value: number;
	readonly isSample: boolean;
	/** Its newest write-up on the KPI. */
	readonly innovation: string | null;
}

export interface RegionGap extends Gap {
	readonly kpi: KpiDetail;
	readonly month: Month;
	readonly group: string;
	/** The region's own figure, in the KPI's unit. */
	readonly value: number;
	readonly isSample: boolean;
	/** At most three, of the same kind; those with a write-up first, then the best. */
	readonly better: readonly BetterRegion[];
	/** How many regions closed such a gap, over one and over two years. */
	readonly baseRates: readonly GapBaseRate[];
}

/** The KPIs that speak for themselves: shares on time, coverage, satisfaction; not volumes. */
function isHeadline({ direction, family, kind }: KpiDetail): boolean {
	return direction !== 'neutral' && family !== 'VOL' && kind !== 'count';
}

/** Figures older than this say little about today. */
const MAX_AGE_MONTHS = 12;

/**
 * The KPIs in which a region is outside the best quarter of the regions of its kind, the largest
 * gap first, each with up to three regions of its kind that do better. An administrative region
 * has none. An unknown region is `not_found`.
 * @param options.limit how many gaps, 5 unless told
 */
export async function findGaps(
	ctx: Pick<Context, 'db' | 'now'>,
	regionCode: string,
	options: { readonly limit?: number } = {}
): Promise<RegionGap[]> {
	const region = await getRegion(ctx, regionCode);
	if (region.autonomy !== 'autonomous') return [];
	const group = `kind:${region.kind}`;
	const to = monthIndex(lastCompletedMonth(ctx.now()));
	const from = to + 1 - MAX_AGE_MONTHS;
	const kpis = new Map((await listKpis(ctx)).filter(isHeadline).map((kpi) => [kpi.key, kpi]));
	const own = await benchmarks.listOfRegion(ctx.db, region.key, from, to);
	const rows = await benchmarks.listGroupBenchmarks(ctx.db, group, from, to);
	const rowAt = new Map(rows.map((row) => [`${String(row.kpiKey)} ${String(row.month)}`, row]));
	// In the order of months, so that the newest of each KPI stays.
	const newest = new Map(own.map((fact) => [fact.kpiKey, fact]));

	const gaps = [...newest.values()].flatMap((fact) => {
		const kpi = kpis.get(fact.kpiKey);
		const row = rowAt.get(`${String(fact.kpiKey)} ${String(fact.month)}`);
		const { value, numerator, denominator, month } = fact;
		if (!kpi || !row || row.n < MIN_GROUP || value === null) return [];
		if (isTooSmall(kpi, fact)) return [];
		const gap = gapToBest(kpi, { value, numerator, denominator }, row);
		if (!gap) return [];
		return [{ kpi, month: monthFromIndex(month), value, fact, gap, size: relativeGap(gap, row) }];
	});
	const largest = gaps.toSorted((a, b) => b.size - a.size).slice(0, options.limit ?? 5);
	const members = new Map(
		(await listRegions(ctx, { kind: region.kind }))
			.filter(({ autonomy, code }) => autonomy === 'autonomous' && code !== regionCode)
			.map((member) => [member.key, member])
	);
	return Promise.all(
		largest.map(async ({ kpi, month, value, fact, gap }) => ({
			...gap,
			kpi,
			month,
			group,
			value,
			isSample: fact.isSample === 1,
			...(await readOthers(ctx, kpi, { month: fact.month, value, distance: gap.distance }, members))
		}))
	);
}

/** Fewer regions have no best quarter. */
const MIN_GROUP = 12;
const MAX_BETTER = 3;

/** Who does better, without ranks: a card names three regions, not their order among five hundred. */
async function readOthers(
	ctx: Pick<Context, 'db' | 'now'>,
	kpi: KpiDetail,
	own: { readonly month: number; readonly value: number; readonly distance: number },
	members: ReadonlyMap<number, { readonly code: string; readonly name: string }>
): Promise<Pick<RegionGap, 'better' | 'baseRates'>> {
	const compare = bestFirst(kpi.direction);
	const facts = await benchmarks.listMonth(ctx.db, kpi.key, own.month);
	const better = facts
		.flatMap((fact) => {
			const member = members.get(fact.regionKey);
			const { value, verification, isSample } = fact;
			if (!member || value === null || verification === 'claimed') return [];
			if (isTooSmall(kpi, fact) || compare(value, own.value) >= 0) return [];
			return [{ ...member, value, isSample: isSample === 1 }];
		})
		.toSorted((a, b) => compare(a.value, b.value));
	const writeUps = await listKpiWriteUps(ctx, { kpis: [kpi.code] });
	const writers = new Map(writeUps.toReversed().map((one) => [one.regionCode, one.slug]));
	return {
		better: better
			.toSorted((a, b) => Number(writers.has(b.code)) - Number(writers.has(a.code)))
			.slice(0, MAX_BETTER)
			.map(({ code, name, value, isSample }) => ({
				code,
				name,
				value,
				isSample,
				innovation: writers.get(code) ?? null
			})),
		baseRates: await readBaseRates(ctx, kpi, own, facts, members, writers)
	};
}
