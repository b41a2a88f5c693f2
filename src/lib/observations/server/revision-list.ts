import { kpisByKey } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
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
	const offset = (page - 1) * REVISIONS_PER_PAGE;
	const found = await readRevisions(ctx, about, { limit: REVISIONS_PER_PAGE + 1, offset });
	return {
		...found,
		hasMore: found.revisions.length > REVISIONS_PER_PAGE,
		revisions: found.revisions.slice(0, REVISIONS_PER_PAGE)
	};
}

/** More than this no spreadsheet is read for; what is older stands in the API. */
const MOST_REVISIONS = 20_000;

/** The same without pages: the newest twenty thousand. */
export async function getAllRevisions(
	ctx: Pick<Context, 'db' | 'now'>,
	query: RevisionQuery
): Promise<readonly Revision[]> {
	return (await readRevisions(ctx, query, { limit: MOST_REVISIONS, offset: 0 })).revisions;
}

async function readRevisions(
	ctx: Pick<Context, 'db' | 'now'>,
	query: RevisionQuery,
	{ limit, offset }: { limit: number; offset: number }
): Promise<Omit<RevisionList, 'hasMore'>> {
	const kpis = await kpisByKey(ctx);
	const asked = [...kpis.values()].find(({ code }) => code === query.kpi);
	if (query.kpi !== undefined && !asked) {
		throw new DomainError('not_found', { message: 'kpi.unknown', values: { code: query.kpi } });
	}
	const region = query.region === undefined ? null : await getRegion(ctx, query.region);
	const rows = await published.listRevisions(ctx.db, {
		kpiKey: asked?.key,
		regionKey: region?.key,
		order: 'desc',
		limit,
		offset
	});
	const regions = new Map((await listRegions(ctx)).map((one) => [one.key, one]));
	return {
		kpi: asked ? { code: asked.code, nameId: asked.nameId, nameEn: asked.nameEn } : null,
		region: region && { code: region.code, name: region.name },
		revisions: rows.flatMap((row) => {
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
		})
	};
}
