import { type Locale, localName, type LocalNamed, type Translate } from '#lib/i18n/translate.ts';
import { type FacetName, facetNames } from '#lib/search/facets.ts';
import { facetText } from './facet-text.ts';
import type { ListState } from './list-address.ts';

interface Named {
	readonly locale: Locale;
	readonly t: Translate;
	/** The names of the facets' values, and of the KPI that is chosen. */
	readonly facets: Readonly<
		Record<'service' | 'region', readonly (LocalNamed & { readonly value: string })[]>
	>;
	readonly kpi: LocalNamed | undefined;
}

/** The filters of a list in use, each in words, in the order of the facets. */
export function filterLabels(
	search: ListState,
	named: Named
): { readonly key: FacetName | 'like'; readonly label: string }[] {
	const chosen = facetNames.flatMap((key) => {
		const value = search[key];
		return value === undefined ? [] : [{ key, label: labelOf(key, value, named) }];
	});
	return search.like ? [...chosen, { key: 'like', label: named.t('search.likeMine') }] : chosen;
}

function labelOf(name: FacetName, value: string, { locale, t, facets, kpi }: Named): string {
	if (name === 'kind' || name === 'stage' || name === 'validation')
		return facetText(name, value, t);
	const known = name === 'kpi' ? kpi : facets[name].find((count) => count.value === value);
	return known ? localName(locale, known) : value;
}
