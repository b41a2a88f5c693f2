import { listServices } from '#lib/catalogue/server/use-cases.ts';
import { getRegions, listRegions } from '#lib/regions/server/use-cases.ts';
import type { FacetChoice, FacetCount } from '#lib/search/facets.ts';
import { type SearchResult, type SearchSort, findWriteUps } from '#lib/search/server/find.ts';
import { type FoundPassage, foundPassages } from './found-passages.ts';
import { listByIds } from './search-repository.ts';
import { type InnovationSummary, type ListContext, summarise } from './summaries.ts';

export interface InnovationQuery extends FacetChoice {
	readonly q?: string | undefined;
	/** By default the best matches of a search first, and without a search the newest. */
	readonly sort?: SearchSort | undefined;
	/** Only write-ups of these regions. */
	readonly regions?: ReadonlySet<string> | undefined;
	readonly limit?: number;
	readonly offset?: number;
}

/** A value of a facet with the name that people know it by. */
export interface NamedCount extends FacetCount {
	readonly nameId: string;
	readonly nameEn: string;
}

export interface FoundInnovations {
	/** The part that was asked for. */
	readonly innovations: InnovationSummary[];
	readonly excerpts: Map<string, FoundPassage>;
	readonly total: number;
	readonly facets: {
		readonly service: NamedCount[];
		readonly region: NamedCount[];
		readonly kind: FacetCount[];
		readonly stage: FacetCount[];
		readonly validation: FacetCount[];
	};
	/** How the words were understood. */
	readonly corrections: SearchResult['analysis']['corrections'];
	readonly unknown: readonly string[];
	/** The regions that the words name, unless one is chosen already. */
	readonly namedRegions: readonly { readonly code: string; readonly name: string }[];
}

const PAGE_SIZE = 20;

/**
 * The published write-ups that hold all that `q` looks for and fit the facets, a page of them,
 * with the passage in which it stands and how many each further choice would leave.
 */
export async function findInnovations(
	ctx: ListContext,
	{ limit = PAGE_SIZE, ...query }: InnovationQuery = {}
): Promise<FoundInnovations> {
	const { innovationIds, total, counts, analysis } = await findWriteUps(ctx, { ...query, limit });
	const heads = new Map((await listByIds(ctx.db, innovationIds)).map((head) => [head.id, head]));
	const shown = innovationIds.flatMap((id) => heads.get(id) ?? []);
	const innovations = await summarise(ctx, shown);
	return {
		innovations,
		excerpts: await foundPassages(ctx, innovations, analysis),
		total,
		facets: {
			service: await serviceCounts(ctx, counts.service),
			region: await regionCounts(ctx, counts.region),
			kind: counts.kind,
			stage: counts.stage,
			validation: counts.validation
		},
		corrections: analysis.corrections,
		unknown: analysis.unknown,
		namedRegions: query.region === undefined ? await getRegions(ctx, analysis.regionCodes) : []
	};
}

/**
 * A page of them, from 1. A page beyond the last, as an old link may name, is the last one; an
 * empty list has one, empty page.
 */
export async function findPage(
	ctx: ListContext,
	query: InnovationQuery,
	wanted: number
): Promise<FoundInnovations & { page: number; pages: number }> {
	const found = await findInnovations(ctx, { ...query, offset: (wanted - 1) * PAGE_SIZE });
	const pages = Math.max(1, Math.ceil(found.total / PAGE_SIZE));
	return wanted > pages ? findPage(ctx, query, pages) : { ...found, page: wanted, pages };
}

async function serviceCounts(ctx: ListContext, counts: FacetCount[]): Promise<NamedCount[]> {
	const services = new Map((await listServices(ctx)).map((service) => [service.code, service]));
	return counts.map((count) => {
		const { nameId = count.value, nameEn = count.value } = services.get(count.value) ?? {};
		return { ...count, nameId, nameEn };
	});
}

async function regionCounts(ctx: ListContext, counts: FacetCount[]): Promise<NamedCount[]> {
	const names = new Map((await regionNames(ctx, counts)).map(({ code, name }) => [code, name]));
	return counts.map((count) => {
		const name = names.get(count.value) ?? count.value;
		return { ...count, nameId: name, nameEn: name };
	});
}

/** A code in an address need not be one that exists. */
async function regionNames(ctx: ListContext, counts: readonly FacetCount[]) {
	const empty = counts.find(({ count }) => count === 0);
	const filled = counts.filter(({ count }) => count > 0).map(({ value }) => value);
	const chosen = empty ? await listRegions(ctx, { q: empty.value }) : [];
	return [...(await getRegions(ctx, filled)), ...chosen];
}
