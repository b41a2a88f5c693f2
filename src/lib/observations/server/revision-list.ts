import { kpisByKey } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { pause } from '#lib/core/server/pause.ts';
import { monthFromIndex, type Month } from '#lib/core/period.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import { getRegion, listRegions } from '#lib/regions/server/use-cases.ts';
import * as published from './published-repository.ts';

/** A change to a published figure, as people read it. */
export interface Revision {
	readonly kpi: Pick<Kpi, 'code' | 'nameId' | 'nameEn' | 'unit' | 'decimals' | 'direction'>;
	readonly region: { readonly code: string; readonly name: string };
	readonly month: Month;
	/** The number of the new figure: the first one is 1. */
	readonly revision: number;
	readonly oldValue: number | null;
	readonly newValue: number | null;
	/** What the agency wrote, or an automatic reason's code. */
	readonly reason: string;
	/** The role of whoever published the change. */
	readonly role: string;
	/** ISO instant. */
	readonly changedAt: string;
	readonly isSample: boolean;
}

/** The changes to published figures, newest first, and what they were asked for. */
export interface RevisionList {
	readonly kpi: Pick<Kpi, 'code' | 'nameId' | 'nameEn'> | null;
	readonly region: { readonly code: string; readonly name: string } | null;
	readonly revisions: readonly Revision[];
	readonly hasMore: boolean;
}

/** Codes; of all without. */
interface RevisionQuery {
	readonly kpi?: string | undefined;
	readonly region?: string | undefined;
}

export const REVISIONS_PER_PAGE = 50;

/** The changes of a KPI, of a region, of both or of all, a page at a time; unknown codes are `not_found`. */
export async function getRevisionList(
	ctx: Pick<Context, 'db' | 'now'>,
	query: RevisionQuery & { page?: number }
): Promise<RevisionList> {
	const { page = 1, ...about } = query;
	const { kpi, region, filter } = await readQuery(ctx, about);
	const rows = await published.listRevisions(ctx.db, {
		...filter,
		limit: REVISIONS_PER_PAGE + 1,
		offset: (page - 1) * REVISIONS_PER_PAGE
	});
	const told = await teller(ctx);
	return {
		kpi: kpi && { code: kpi.code, nameId: kpi.nameId, nameEn: kpi.nameEn },
		region: region && { code: region.code, name: region.name },
		hasMore: rows.length > REVISIONS_PER_PAGE,
		revisions: rows.slice(0, REVISIONS_PER_PAGE).flatMap(told)
	};
}

const ROWS_AT_ONCE = 500;

/** The same without pages, newest first: read in slices that let others through. */
export async function revisionSlices(
	ctx: Pick<Context, 'db' | 'now'>,
	query: RevisionQuery
): Promise<AsyncGenerator<readonly Revision[], void>> {
	const { filter } = await readQuery(ctx, query);
	return slices(ctx, filter, await teller(ctx));
}

async function* slices(
	ctx: Pick<Context, 'db'>,
	filter: Pick<published.RevisionFilter, 'kpiKey' | 'regionKey' | 'order'>,
	told: (row: Row) => Revision[]
): AsyncGenerator<readonly Revision[], void> {
	let after: published.RevisionPlace | undefined;
	do {
		const rows = await published.listRevisions(ctx.db, {
			...filter,
			after,
			limit: ROWS_AT_ONCE,
			offset: 0
		});
		yield rows.flatMap(told);
		after = rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1);
		await pause();
	} while (after);
}

/** More than this no workbook holds; a CSV holds them all. */
export const MOST_IN_WORKBOOK = 10_000;

/** The newest revisions, as many as a workbook holds, and whether there are more. */
export async function newestRevisions(
	ctx: Pick<Context, 'db' | 'now'>,
	query: RevisionQuery,
	most = MOST_IN_WORKBOOK
): Promise<{ readonly revisions: readonly Revision[]; readonly isCut: boolean }> {
	const all: Revision[] = [];
	for await (const slice of await revisionSlices(ctx, query)) {
		all.push(...slice);
		if (all.length > most) break;
	}
	return { revisions: all.slice(0, most), isCut: all.length > most };
}

/** The codes of a query as what they stand for. */
async function readQuery(ctx: Pick<Context, 'db' | 'now'>, query: RevisionQuery) {
	const kpi = [...(await kpisByKey(ctx)).values()].find(({ code }) => code === query.kpi) ?? null;
	if (query.kpi !== undefined && !kpi) {
		throw new DomainError('not_found', { message: 'kpi.unknown', values: { code: query.kpi } });
	}
	const region = query.region === undefined ? null : await getRegion(ctx, query.region);
	const filter = { kpiKey: kpi?.key, regionKey: region?.key, order: 'desc' as const };
	return { kpi, region, filter };
}

type Row = Awaited<ReturnType<typeof published.listRevisions>>[number];

/** Says what a row is about, for people; of an unknown KPI or region nothing. */
async function teller(ctx: Pick<Context, 'db' | 'now'>): Promise<(row: Row) => Revision[]> {
	const kpis = await kpisByKey(ctx);
	const regions = new Map((await listRegions(ctx)).map((one) => [one.key, one]));
	return (row) => {
		const [kpi, of] = [kpis.get(row.kpiKey), regions.get(row.regionKey)];
		if (!kpi || !of) return [];
		const { code, nameId, nameEn, unit, decimals, direction } = kpi;
		return [
			{
				kpi: { code, nameId, nameEn, unit, decimals, direction },
				region: { code: of.code, name: of.name },
				month: monthFromIndex(row.month),
				revision: row.revision + 1,
				oldValue: row.value,
				newValue: row.nextValue ?? row.currentValue,
				reason: row.reason,
				role: row.changedByRole,
				changedAt: row.supersededAt,
				isSample: row.isSample === 1
			}
		];
	};
}
