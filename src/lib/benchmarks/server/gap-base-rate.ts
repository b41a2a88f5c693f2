import type { Context } from '#lib/core/context.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import { isTooSmall } from '../figure-uncertainty.ts';
import type { GapBaseRate } from '../gap-summary.ts';
import { baseRate } from '../statistics/base-rate.ts';
import * as benchmarks from './repository.ts';

/** The spans over which a gain is looked for; the same month each time, so that seasons drop out. */
const SPANS = [12, 24] as const;
const MAX_NAMED = 3;

type MonthFact = Awaited<ReturnType<typeof benchmarks.listMonth>>[number];

interface Own {
	readonly month: number;
	readonly value: number;
	/** What closing the gap takes, in the KPI's unit. */
	readonly distance: number;
}

/**
 * How many regions of the kind that stood where this one stands closed such a gap, over one and over
 * two years up to the month. Spans with fewer than ten such regions say nothing and are left out.
 * @param now the month's figures of all regions
 * @param writers the write-ups on the KPI by region, whose regions are named first
 */
export async function readBaseRates(
	{ db }: Pick<Context, 'db'>,
	kpi: Kpi,
	own: Own,
	now: readonly MonthFact[],
	members: ReadonlyMap<number, { readonly code: string; readonly name: string }>,
	writers: ReadonlyMap<string, string>
): Promise<GapBaseRate[]> {
	const { direction } = kpi;
	if (direction === 'neutral') return [];
	const usable = (facts: readonly MonthFact[]) =>
		facts.flatMap((fact) => {
			const { regionKey: key, value, verification } = fact;
			if (value === null || verification === 'claimed' || isTooSmall(kpi, fact)) return [];
			return [{ key, value }];
		});
	const ends = new Map(usable(now).map(({ key, value }) => [key, value]));
	const rates: GapBaseRate[] = [];
	for (const months of SPANS) {
		const starts = usable(await benchmarks.listMonth(db, kpi.key, own.month - months));
		const histories = starts.flatMap(({ key, value }) => {
			const end = ends.get(key);
			return end === undefined || !members.has(key) ? [] : [{ id: String(key), start: value, end }];
		});
		const rate = baseRate(histories, { start: own.value, gain: own.distance }, direction);
		if (!rate) continue;
		const regions = rate.reachedIds
			.flatMap((id) => members.get(Number(id)) ?? [])
			.toSorted((a, b) => Number(writers.has(b.code)) - Number(writers.has(a.code)))
			.slice(0, MAX_NAMED)
			.map(({ code, name }) => ({ code, name, innovation: writers.get(code) ?? null }));
		rates.push({ months, n: rate.n, reached: rate.reached, regions });
	}
	return rates;
}
