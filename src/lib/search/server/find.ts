import type { Context } from '#lib/core/context.ts';
import { chooseAndCount, type FacetChoice, type FacetCounts, facetNames } from '../facets.ts';
import { type Analysis, analyse } from './analyse.ts';
import { best as bestOf } from '../hits.ts';
import { findHits } from './hits-repository.ts';
import { currentSnapshot, type Entry, type Snapshot } from './snapshot.ts';

type ReadContext = Pick<Context, 'db' | 'now' | 'locale'>;

export type SearchSort = 'relevance' | 'newest' | 'confirmed' | 'title';

export interface SearchQuery extends FacetChoice {
	readonly q?: string | undefined;
	/** By default the best matches of a search first, and without words the newest. */
	readonly sort?: SearchSort | undefined;
	/** Only write-ups of these regions. */
	readonly regions?: ReadonlySet<string> | undefined;
	readonly limit: number;
	readonly offset?: number | undefined;
}

export interface SearchResult {
	/** The part that was asked for. */
	readonly innovationIds: readonly string[];
	readonly total: number;
	readonly counts: FacetCounts;
	readonly analysis: Analysis;
}

const NOTHING: Analysis = {
	clauses: [],
	pieces: [],
	patterns: [],
	regionCodes: [],
	corrections: [],
	unknown: []
};
/** More than any score: the write-ups of the region that was named come first. */
const NAMED_REGION = 1000;

/**
 * The published write-ups in which all that is looked for occurs, in a title, summary, section,
 * service or the region's name, and that fit the facets. A query without a single word to look
 * for finds none.
 */
export async function findWriteUps(ctx: ReadContext, query: SearchQuery): Promise<SearchResult> {
	const { q = '', sort, regions, limit, offset = 0, ...choice } = query;
	const snapshot = await currentSnapshot(ctx.db);
	const isSearch = q.trim() !== '';
	const analysis = isSearch ? await analyse(ctx, q) : NOTHING;
	const order = sort ?? (isSearch ? 'relevance' : 'newest');
	const named = new Set(analysis.regionCodes);
	const isChosen = regions !== undefined || facetNames.some((name) => choice[name] !== undefined);
	// Of a choice, and where a named region comes first, any hit may be among the best.
	const anyBest = isChosen || named.size > 0 ? Infinity : offset + limit;
	const best = order === 'relevance' ? anyBest : 0;
	const hits = isSearch ? await findHits(ctx.db, analysis.clauses, { best }) : null;
	const all = inOrder(snapshot, order, ctx.locale).filter(
		({ id, regionCode }) =>
			(hits === null || hits.scoreOf(id) > 0) && (!regions || regions.has(regionCode))
	);
	const { chosen, counts } = chooseAndCount(all, choice, snapshot.book);
	const scoreOf = ({ id, regionCode }: Entry) =>
		(hits?.scoreOf(id) ?? 0) + (named.size > 0 && named.has(regionCode) ? NAMED_REGION : 0);
	const ranked = hits && order === 'relevance' ? bestOf(chosen, scoreOf, offset + limit) : chosen;
	return {
		innovationIds: ranked.slice(offset, offset + limit).map(({ innovationId }) => innovationId),
		total: chosen.length,
		counts,
		analysis
	};
}

/** By relevance those alike stand with the newest first. */
function inOrder(
	snapshot: Snapshot,
	sort: SearchSort,
	locale: Context['locale']
): readonly Entry[] {
	if (sort === 'title') return snapshot.titled(locale);
	return sort === 'confirmed' ? snapshot.confirmed() : snapshot.newest;
}
