/** What a choice of write-ups is made by; each is a part of the address. */
export const facetNames = ['service', 'region', 'kind', 'stage', 'kpi'] as const;
export type FacetName = (typeof facetNames)[number];

export type FacetChoice = Partial<Readonly<Record<FacetName, string | undefined>>>;

/** What the facets need to know of a write-up. */
export interface FacetedInnovation {
	readonly regionCode: string;
	readonly kind: string;
	readonly stage: string;
	readonly serviceCodes: readonly string[];
	readonly kpiCodes: readonly string[];
}

export interface FacetCount {
	readonly value: string;
	readonly count: number;
}

/** The write-ups that fit every facet chosen. */
export function choose<I extends FacetedInnovation>(all: readonly I[], choice: FacetChoice): I[] {
	return all.filter((innovation) => fits(innovation, choice));
}

/**
 * How many write-ups each value of a facet would leave, given what is chosen in the others.
 * The most frequent come first, those alike by their value. A value that is chosen is there even
 * when it leaves none, so that it can be taken back.
 */
export function countsOf(
	all: readonly FacetedInnovation[],
	facet: FacetName,
	choice: FacetChoice
): FacetCount[] {
	const chosen = choice[facet];
	const counts = new Map<string, number>(chosen === undefined ? [] : [[chosen, 0]]);
	for (const innovation of choose(all, { ...choice, [facet]: undefined })) {
		for (const value of valuesOf(innovation, facet)) {
			counts.set(value, (counts.get(value) ?? 0) + 1);
		}
	}
	return [...counts]
		.map(([value, count]) => ({ value, count }))
		.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function fits(innovation: FacetedInnovation, choice: FacetChoice): boolean {
	return facetNames.every((facet) => {
		const value = choice[facet];
		return value === undefined || valuesOf(innovation, facet).includes(value);
	});
}

function valuesOf(innovation: FacetedInnovation, facet: FacetName): readonly string[] {
	switch (facet) {
		case 'service':
			return innovation.serviceCodes;
		case 'region':
			return [innovation.regionCode];
		case 'kind':
			return [innovation.kind];
		case 'stage':
			return [innovation.stage];
		case 'kpi':
			return innovation.kpiCodes;
	}
}
