import { getKpi, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import {
	addMonths,
	lastCompletedMonth,
	monthFromIndex,
	monthIndex,
	monthRange,
	type Day,
	type Month
} from '#lib/core/period.ts';
import type { Region } from '#lib/database/tables/regions.ts';
import type { DueRule } from '#lib/observations/reporting-month.ts';
import { allDueRules } from '#lib/observations/server/deadlines.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import { type benchmarkRows, summarise } from '../benchmark-rows.ts';
import { endOfDay } from '#lib/core/as-of.ts';
import { spanOf } from '../compare-query.ts';
import { isKept, parseGroup, type Group } from '../group.ts';
import { whyMissing } from '../missing.ts';
import { isReadableSpan } from '../schema.ts';
import { canRoll, rollCells, type RegionSeries, type Series, type SeriesCell } from '../series.ts';
import { ROLLING_MONTHS } from '../statistics/rolling.ts';
import { listFirstMonthsKnown, listSpanKnown } from './known-repository.ts';
import { listMonths } from './latest-month.ts';
import { labelGroup, listMembers } from './members.ts';
import * as benchmarks from './repository.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

export interface SeriesQuery {
	readonly kpi: string;
	/** At most eight. */
	readonly regions: readonly string[];
	readonly from?: Month | null | undefined;
	readonly to?: Month | null | undefined;
	/** The group whose quartiles come along. */
	readonly group?: string | null | undefined;
	/** The day at whose end it was known so; null or left out for now. */
	readonly asOf?: Day | null | undefined;
	/** Rolling twelve months in place of single ones, where the KPI allows it. */
	readonly isRolling?: boolean;
}

/**
 * The months of a KPI for up to eight regions, side by side: every month is there, with a value or
 * the reason why not. Without `from` and `to`, two years up to the newest month with data.
 * Unknown codes are `not_found`; a stretch that is backwards or over ten years is `malformed`.
 */
export async function getSeries(ctx: ReadContext, query: SeriesQuery): Promise<Series> {
	const kpi = await getKpi(ctx, query.kpi);
	const group = query.group ? parseGroup(query.group) : null;
	if (query.group && !group) throw invalidField('group', 'benchmark.badGroup');

	const [newest] = await listMonths(ctx, kpi);
	const { from, to } = spanOf(query, newest ?? lastCompletedMonth(ctx.now()));
	if (!isReadableSpan(query.from ?? from, query.to ?? to)) {
		throw new DomainError('malformed', { fields: [{ path: 'from', code: 'benchmark.badSpan' }] });
	}
	const isRolling = query.isRolling === true && canRoll(kpi);
	const how = { isRolling, asOf: query.asOf ? endOfDay(query.asOf) : null };
	return {
		kpi,
		from,
		to,
		regions: await readRegions(ctx, kpi, query.regions, { from, to }, how),
		group: group && (await readGroup(ctx, kpi, group, query.group ?? '', { from, to }, how)),
		isRolling
	};
}

interface Span {
	readonly from: Month;
	readonly to: Month;
}

interface How {
	readonly isRolling: boolean;
	/** The instant at which it was known so; null for now. */
	readonly asOf: string | null;
}

async function readRegions(
	ctx: ReadContext,
	kpi: KpiDetail,
	codes: readonly string[],
	span: Span,
	how: How
): Promise<RegionSeries[]> {
	if (codes.length === 0) return [];
	const regions = await getRegions(ctx, codes);
	const inOrder = codes.flatMap((code) => regions.find((region) => region.code === code) ?? []);
	return readCells(ctx, kpi, inOrder, span, how);
}

async function readCells(
	ctx: ReadContext,
	kpi: KpiDetail,
	regions: readonly Region[],
	{ from, to }: Span,
	{ isRolling, asOf }: How
): Promise<RegionSeries[]> {
	const start = isRolling ? addMonths(from, 1 - ROLLING_MONTHS) : from;
	const keys = regions.map(({ key }) => key);
	const { facts, firsts } = await readFacts(ctx, kpi, keys, { from: start, to, asOf });
	const now = asOf === null ? ctx.now() : new Date(asOf);
	const firstByRegion = new Map(firsts.map(({ regionKey, month }) => [regionKey, month]));
	const months = monthRange(start, to);
	const rulesOf = await allDueRules(ctx);
	return regions.map((region) => {
		const first = firstByRegion.get(region.key);
		const own = facts.filter(({ regionKey }) => regionKey === region.key);
		const byMonth = new Map(own.map((fact) => [monthFromIndex(fact.month), fact]));
		const cells = months.map((month) =>
			toCell(month, byMonth.get(month), first ?? null, now, region, rulesOf(region.code))
		);
		return { region, cells: isRolling ? rollCells(cells, scaleOf(kpi)) : cells };
	});
}

async function readFacts(
	{ db }: ReadContext,
	{ key }: KpiDetail,
	regionKeys: readonly number[],
	{ from, to, asOf }: Span & { readonly asOf: string | null }
) {
	const span = { from: monthIndex(from), to: monthIndex(to) };
	if (asOf !== null) {
		return {
			facts: await listSpanKnown(db, key, regionKeys, { ...span, asOf }),
			firsts: await listFirstMonthsKnown(db, key, regionKeys, asOf)
		};
	}
	return {
		facts: await benchmarks.listSpan(db, key, regionKeys, span.from, span.to),
		firsts: await benchmarks.listFirstMonths(db, key, regionKeys)
	};
}

function toCell(
	month: Month,
	fact: benchmarks.Fact | undefined,
	first: number | null,
	now: Date,
	{ timezone }: Pick<Region, 'timezone'>,
	rules: readonly DueRule[]
): SeriesCell {
	const firstMonth = first === null ? null : monthFromIndex(first);
	return {
		month,
		value: fact?.value ?? null,
		numerator: fact?.numerator ?? null,
		denominator: fact?.denominator ?? null,
		missing: fact ? fact.missingReason : whyMissing(month, firstMonth, now, timezone, rules),
		isProvisional: fact?.verification === 'claimed',
		isSample: fact?.isSample === 1
	};
}

function scaleOf({ unit }: KpiDetail): number {
	return unit === 'percent' ? 100 : 1;
}

async function readGroup(
	ctx: ReadContext,
	kpi: KpiDetail,
	group: Group,
	code: string,
	span: Span,
	how: How
): Promise<NonNullable<Series['group']>> {
	const rows =
		how.isRolling || how.asOf !== null || !isKept(group)
			? await summariseLive(ctx, kpi, group, span, how)
			: await benchmarks.listBenchmarks(
					ctx.db,
					kpi.key,
					code,
					monthIndex(span.from),
					monthIndex(span.to)
				);
	const byMonth = new Map(rows.map((row) => [monthFromIndex(row.month), row]));
	const nExpected = rows[0]?.nExpected ?? 0;
	return {
		code,
		label: await labelGroup(ctx, group),
		months: monthRange(span.from, span.to).map((month) => {
			const row = byMonth.get(month);
			return {
				month,
				n: row?.n ?? 0,
				nExpected: row?.nExpected ?? nExpected,
				nSample: row?.nSample ?? 0,
				p25: row?.p25 ?? null,
				p50: row?.p50 ?? null,
				p75: row?.p75 ?? null
			};
		})
	};
}

type Summarised = Pick<
	ReturnType<typeof benchmarkRows>[number],
	'month' | 'n' | 'nExpected' | 'nSample' | 'p25' | 'p50' | 'p75'
>;

/** No benchmark is kept for families, peers, sets, rolling years and past states: their quartiles are found when asked for. */
async function summariseLive(
	ctx: ReadContext,
	kpi: KpiDetail,
	group: Group,
	span: Span,
	how: How
): Promise<Summarised[]> {
	const members = await listMembers(ctx, group);
	const series = await readCells(ctx, kpi, members, span, how);
	return monthRange(span.from, span.to).map((month, i) => {
		const valued = series.flatMap(({ cells }) => {
			const cell = cells[i];
			if (typeof cell?.value !== 'number') return [];
			return [
				{ ...cell, value: cell.value, isSample: cell.isSample ? (1 as const) : (0 as const) }
			];
		});
		return { month: monthIndex(month), nExpected: members.length, ...summarise(valued) };
	});
}
