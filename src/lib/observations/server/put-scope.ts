import { listKpis, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import { regionsOf, type Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { FieldProblem } from '#lib/core/errors.ts';
import { lastCompletedMonth, monthIndex } from '#lib/core/period.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import type { ObservationRowInput } from '../schema.ts';
import { MONTHS_BACK } from './checks.ts';
import * as entries from './repository.ts';
import { enterableKpis, isTyped } from './scope.ts';

interface Cell {
	readonly kpi: KpiDetail;
	readonly regionKey: number;
	/** What a new entry of the region is. */
	readonly isSample: 0 | 1;
}

/** Everything a bulk upload is judged by, read in a few queries. */
export interface PutScope {
	/** Where a row belongs, or why it is refused. */
	find: (row: ObservationRowInput) => Cell | FieldProblem;
	/** The entry that is stored already, by {@link cellKey}. */
	stored: (key: number) => ObservationEntry | undefined;
	/** All entries read: those of the rows' months and of the months that checks look back to. */
	readonly entries: readonly ObservationEntry[];
}

/** Reads the catalogue, the rows' regions with the actor's rights there, and their entries. */
export async function readPutScope(
	ctx: Context,
	actor: Actor,
	rows: readonly Pick<ObservationRowInput, 'region' | 'period'>[]
): Promise<PutScope> {
	const all = await listKpis(ctx);
	const kpis = new Map(all.map((kpi) => [kpi.code, kpi]));
	const named = new Set(rows.map(({ region }) => region));
	const regions = new Map<string, { key: number; allowed: Set<number>; isSample: 0 | 1 }>();
	for (const { code, key } of await listRegions(ctx)) {
		if (!named.has(code)) continue;
		const own = regionsOf(actor).includes(code) ? await enterableKpis(ctx, actor, code, all) : [];
		const allowed = new Set(own.map((kpi) => kpi.key));
		const isSample = allowed.size > 0 && (await entries.hasSample(ctx.db, key)) ? 1 : 0;
		regions.set(code, { key, allowed, isSample });
	}
	const stored = await storedEntries(ctx, rows, [...regions.values()]);
	const lastMonth = lastCompletedMonth(ctx.now()); // once: it is slow for fifty thousand rows

	return {
		find: ({ kpi: kpiCode, region: regionCode, period }) => {
			const kpi = kpis.get(kpiCode);
			if (!kpi) return problem('kpi', 'unknownKpi', kpiCode);
			const region = regions.get(regionCode);
			if (!region) return problem('region', 'unknownRegion', regionCode);
			if (region.allowed.size === 0) return problem('region', 'forbidden');
			if (!isTyped(kpi)) return problem('kpi', 'derivedKpi', kpiCode);
			if (!region.allowed.has(kpi.key)) return problem('kpi', 'forbidden');
			if (period > lastMonth) return problem('period', 'monthNotOver');
			return { kpi, regionKey: region.key, isSample: region.isSample };
		},
		stored: (key) => stored.get(key),
		entries: [...stored.values()]
	};
}

function problem(path: string, name: string, code?: string): FieldProblem {
	return { path, code: `observation.${name}`, ...(code !== undefined && { values: { code } }) };
}

async function storedEntries(
	ctx: Context,
	rows: readonly Pick<ObservationRowInput, 'region' | 'period'>[],
	regions: readonly { key: number; allowed: ReadonlySet<number> }[]
): Promise<Map<number, ObservationEntry>> {
	const open = regions.filter(({ allowed }) => allowed.size > 0);
	if (open.length === 0) return new Map();
	const months = rows.map(({ period }) => monthIndex(period));
	const found = await entries.listOfRegions(
		ctx.db,
		open.map(({ key }) => key),
		// Not Math.min(...months): fifty thousand arguments are too many for a call.
		{
			from: months.reduce((a, b) => Math.min(a, b)) - MONTHS_BACK,
			to: months.reduce((a, b) => Math.max(a, b))
		}
	);
	return new Map(found.map((entry) => [cellKey(entry), entry]));
}

const MOST = 100_000;

/** A region, month and KPI as one number: as a text it would be slow for fifty thousand rows. */
export function cellKey(cell: Pick<ObservationEntry, 'regionKey' | 'month' | 'kpiKey'>): number {
	return (cell.regionKey * MOST + cell.kpiKey) * MOST + cell.month;
}
