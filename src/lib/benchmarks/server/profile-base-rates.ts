import type { Context } from '#lib/core/context.ts';
import { monthIndex } from '#lib/core/period.ts';
import type { Region } from '#lib/database/tables/regions.ts';
import { listKpiWriteUps } from '#lib/innovations/server/kpi-write-ups.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import type { ProfileRow } from '../profile.ts';
import { readBaseRates } from './gap-base-rate.ts';
import * as benchmarks from './repository.ts';

/** How many gaps are looked up: each reads three months of all regions. */
const RATED_GAPS = 5;

/**
 * The rows of a profile, the five largest gaps with how many regions of the kind that stood at this
 * region's newest value closed a gap of that size within one and two years.
 */
export async function withBaseRates(
	ctx: Pick<Context, 'db' | 'now'>,
	region: Pick<Region, 'code' | 'kind'>,
	rows: readonly ProfileRow[]
): Promise<ProfileRow[]> {
	const largest = rows
		.flatMap((row) => (row.gap && row.gap.distance > 0 ? [{ row, gap: row.gap }] : []))
		.toSorted((a, b) => b.gap.relative - a.gap.relative)
		.slice(0, RATED_GAPS);
	if (largest.length === 0) return [...rows];
	const members = new Map(
		(await listRegions(ctx, { kind: region.kind }))
			.filter(({ autonomy, code }) => autonomy === 'autonomous' && code !== region.code)
			.map((member) => [member.key, member])
	);
	const writeUps = await listKpiWriteUps(ctx, { kpis: largest.map(({ row }) => row.kpi.code) });
	const rated = new Map<ProfileRow, ProfileRow>();
	for (const { row, gap } of largest) {
		const { kpi, value } = row;
		const month = monthIndex(row.month);
		const writers = new Map(
			writeUps
				.filter(({ kpiCode }) => kpiCode === kpi.code)
				.toReversed()
				.map((one) => [one.regionCode, one.slug])
		);
		const own = { month, value, distance: gap.distance };
		const now = await benchmarks.listMonth(ctx.db, kpi.key, month);
		const baseRates = await readBaseRates(ctx, kpi, own, now, members, writers);
		rated.set(row, { ...row, baseRates });
	}
	return rows.map((row) => rated.get(row) ?? row);
}
