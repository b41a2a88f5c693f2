import { facetNames, type FacetChoice } from '#lib/search/facets.ts';
import type { InnovationSort } from './values.ts';

export const MAX_QUERY_LENGTH = 100;

/** What the list of write-ups shows: the whole state of the page, as its address holds it. */
export interface ListState extends FacetChoice {
	readonly q?: string | undefined;
	readonly sort?: InnovationSort | undefined;
	/** `mine`: only regions like that of whoever is signed in. */
	readonly like?: 'mine' | undefined;
	readonly page?: number | undefined;
}

/** The query of a list's address, always the same for the same list; defaults are left out. */
export function listSearch({ q, sort, like, page, ...choice }: ListState): string {
	const query = new URLSearchParams();
	if (q) query.set('q', q);
	for (const facet of facetNames) {
		const value = choice[facet];
		if (value) query.set(facet, value);
	}
	if (like) query.set('like', like);
	if (sort) query.set('sort', sort);
	if (page && page > 1) query.set('page', String(page));
	const text = query.toString();
	return text === '' ? '' : `?${text}`;
}
