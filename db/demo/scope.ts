import { type GroupIndex, indexGroups } from '#lib/benchmarks/benchmark-rows.ts';
import { addMonths, lastCompletedMonth, type Month, monthRange } from '#lib/core/period.ts';
import type { Db } from '#lib/database/connection.ts';
import type { DemoRegion } from './demo-region.ts';

/** What all parts of the seed work on. */
export interface Scope {
	readonly db: Db;
	readonly now: Date;
	/** Complete, in order, up to the last completed month. */
	readonly months: readonly Month[];
	/** The regions that get series, in order of their codes. */
	readonly regions: readonly DemoRegion[];
	/** The groups of all regions there are: benchmarks count who could have reported. */
	readonly groups: GroupIndex;
	readonly districtCodes: ReadonlyMap<string, readonly string[]>;
}

export interface DemonstrationOptions {
	/** Regions to make series for, by code; all that have a government when absent. */
	readonly regions?: readonly string[];
	/** Length of the series up to the last completed month; 36 when absent. */
	readonly months?: number;
}

const DEFAULT_MONTHS = 36;

/** Reads the register and settles the months. */
export async function loadScope(db: Db, now: Date, options: DemonstrationOptions): Promise<Scope> {
	const allRegions = await db
		.selectFrom('region')
		.select(['code', 'key', 'kind', 'provinceCode', 'autonomy'])
		.orderBy('code')
		.execute();
	const districts = await db
		.selectFrom('district')
		.select(['code', 'regionCode'])
		.orderBy('code')
		.execute();
	const districtCodes = new Map<string, string[]>();
	for (const { code, regionCode } of districts) {
		const codes = districtCodes.get(regionCode);
		if (codes) codes.push(code);
		else districtCodes.set(regionCode, [code]);
	}

	const last = lastCompletedMonth(now);
	return {
		db,
		now,
		months: monthRange(addMonths(last, 1 - (options.months ?? DEFAULT_MONTHS)), last),
		regions: allRegions
			.filter(({ code, autonomy }) => options.regions?.includes(code) ?? autonomy === 'autonomous')
			.map((region) => ({ ...region, districtCount: districtCodes.get(region.code)?.length ?? 0 })),
		groups: indexGroups(allRegions),
		districtCodes
	};
}

/** As far back as the entry form looks. */
const ENTRY_MONTHS = 13;

/**
 * Whether what was typed for a month is kept: recent months, and all of Banten, whose people may
 * revise any of them. Others keep only what was published, which is most of the demonstration's size.
 */
export function keepsEntry(scope: Scope, region: DemoRegion, month: Month): boolean {
	const oldest = scope.months.at(-ENTRY_MONTHS);
	return region.provinceCode === '36' || oldest === undefined || month >= oldest;
}
