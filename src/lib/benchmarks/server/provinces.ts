import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { monthIndex, type Day, type Month } from '#lib/core/period.ts';
import { listProvinces, listRegions } from '#lib/regions/server/use-cases.ts';
import { endOfDay } from '#lib/core/as-of.ts';
import { benchmarkRows, indexGroups } from '../benchmark-rows.ts';
import { listMonthKnown } from './known-repository.ts';
import * as provinces from './provinces-repository.ts';

/** A province with the median of its regions for a KPI and month. */
export interface ProvinceMedian {
	readonly code: string;
	readonly name: string;
	/** Null where no region has a value. */
	readonly value: number | null;
	readonly n: number;
	/** 0 where the province has nobody to compare or nobody reported. */
	readonly nExpected: number;
	readonly isSample: boolean;
}

/**
 * The medians of all 38 provinces, in the order of their codes. An unknown KPI is `not_found`.
 * @param asOf the day at whose end they were known so; left out for now
 */
export async function listProvinceMedians(
	ctx: Pick<Context, 'db' | 'now'>,
	kpiCode: string,
	month: Month,
	asOf?: Day
): Promise<ProvinceMedian[]> {
	const { key } = await getKpi(ctx, kpiCode);
	const all = await listProvinces(ctx);
	const codes = all.map(({ code }) => code);
	const rows =
		asOf === undefined
			? await provinces.listProvinceBenchmarks(ctx.db, key, monthIndex(month), codes)
			: benchmarkRows(
					key,
					await listMonthKnown(ctx.db, key, monthIndex(month), endOfDay(asOf)),
					indexGroups(await listRegions(ctx))
				);
	const byGroup = new Map(rows.map((row) => [row.groupCode, row]));
	return all.map(({ code, name }) => {
		const row = byGroup.get(`province:${code}`);
		return {
			code,
			name,
			value: row?.p50 ?? null,
			n: row?.n ?? 0,
			nExpected: row?.nExpected ?? 0,
			isSample: (row?.nSample ?? 0) > 0
		};
	});
}
