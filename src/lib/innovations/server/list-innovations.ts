import { listServices } from '#lib/catalogue/server/use-cases.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import { choose, countsOf, type FacetChoice, type FacetCount } from '../facets.ts';
import { localText } from '../local-text.ts';
import { relevance, searchWords } from '../search-words.ts';
import type { InnovationSort } from '../values.ts';
import * as innovations from './repository.ts';
import { type InnovationSummary, type ListContext, regionNames, summarise } from './summaries.ts';

export type { InnovationSummary } from './summaries.ts';

export interface InnovationListQuery extends FacetChoice {
	readonly q?: string | undefined;
	/** By default the best matches of a search first, and without a search the newest. */
	readonly sort?: InnovationSort | undefined;
}

/** A value of a facet with the name that people know it by. */
export interface NamedCount extends FacetCount {
	readonly nameId: string;
	readonly nameEn: string;
}

export interface InnovationList {
	readonly innovations: InnovationSummary[];
	readonly facets: {
		readonly service: NamedCount[];
		readonly region: NamedCount[];
		readonly kind: FacetCount[];
		readonly stage: FacetCount[];
	};
	/** What was looked for, in the form in which it was compared. */
	readonly words: string[];
}

/**
 * The published write-ups that hold every word of `q` (in a title, summary, section or the
 * region's name) and fit the facets, with how many each further choice would leave. A query
 * without a single word to look for matches none.
 */
export async function listInnovations(
	ctx: ListContext,
	{ q = '', sort, ...choice }: InnovationListQuery = {}
): Promise<InnovationList> {
	const words = searchWords(q);
	const found = words.length === 0 && q.trim() !== '' ? [] : await search(ctx, words);
	const order = sort ?? (words.length > 0 ? 'relevance' : 'newest');
	return {
		innovations: sorted(choose(found, choice), order, words, ctx.locale),
		facets: {
			service: await serviceCounts(ctx, found, choice),
			region: await regionCounts(ctx, found, choice),
			kind: countsOf(found, 'kind', choice),
			stage: countsOf(found, 'stage', choice)
		},
		words
	};
}

async function search(ctx: ListContext, words: readonly string[]): Promise<InnovationSummary[]> {
	const all = await innovations.listPublished(ctx.db);
	if (words.length === 0) return summarise(ctx, all);

	// Regions have a room of their own: their names are compared here, not in the query.
	const names = [...(await regionNames(ctx, all))];
	const wanted = words.map((word) => ({
		word,
		regionCodes: names.filter(([, name]) => name.toLowerCase().includes(word)).map(([code]) => code)
	}));
	return summarise(ctx, await innovations.listPublished(ctx.db, wanted));
}

async function serviceCounts(
	ctx: ListContext,
	found: readonly InnovationSummary[],
	choice: FacetChoice
): Promise<NamedCount[]> {
	const services = new Map((await listServices(ctx)).map((service) => [service.code, service]));
	return countsOf(found, 'service', choice).map((count) => {
		const { nameId = count.value, nameEn = count.value } = services.get(count.value) ?? {};
		return { ...count, nameId, nameEn };
	});
}

async function regionCounts(
	ctx: ListContext,
	found: readonly InnovationSummary[],
	choice: FacetChoice
): Promise<NamedCount[]> {
	const names = new Map(found.map(({ region }) => [region.code, region.name]));
	if (choice.region !== undefined && !names.has(choice.region)) {
		const [chosen] = await listRegions(ctx, { q: choice.region });
		if (chosen?.code === choice.region) names.set(chosen.code, chosen.name);
	}
	return countsOf(found, 'region', choice).map((count) => {
		const name = names.get(count.value) ?? count.value;
		return { ...count, nameId: name, nameEn: name };
	});
}

function sorted(
	found: InnovationSummary[],
	order: InnovationSort,
	words: readonly string[],
	locale: Locale
): InnovationSummary[] {
	switch (order) {
		case 'newest':
			return found; // as they were read
		case 'title': {
			const title = ({ titleId, titleEn }: InnovationSummary) =>
				localText(locale, { id: titleId, en: titleEn }).text;
			return found.toSorted((a, b) => title(a).localeCompare(title(b), locale));
		}
		case 'relevance': {
			const score = new Map(found.map((each) => [each.id, relevance(words, wordsOf(each))]));
			return found.toSorted((a, b) => (score.get(b.id) ?? 0) - (score.get(a.id) ?? 0));
		}
	}
}

function wordsOf({ titleId, titleEn, summaryId, summaryEn }: InnovationSummary) {
	return {
		title: `${titleId} ${titleEn ?? ''}`,
		summary: `${summaryId} ${summaryEn ?? ''}`
	};
}
