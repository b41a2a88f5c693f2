/** What a choice of write-ups is made by; each is a part of the address. */
export const facetNames = ['service', 'region', 'kind', 'stage', 'kpi'] as const;
export type FacetName = (typeof facetNames)[number];

export type FacetChoice = Partial<Readonly<Record<FacetName, string | undefined>>>;

/** The values that a write-up has in each facet. */
export type Faceted = Readonly<Record<FacetName, readonly string[]>>;

export interface FacetCount {
	readonly value: string;
	readonly count: number;
}

export type FacetCounts = Readonly<Record<FacetName, FacetCount[]>>;

/**
 * The write-ups that fit every facet chosen, in their order, and how many each value of a facet
 * would leave, given what is chosen in the others. All are looked at once: one that misses a
 * single choice counts in that facet only.
 */
export function chooseAndCount<Item extends Faceted>(
	all: readonly Item[],
	choice: FacetChoice
): { readonly chosen: Item[]; readonly counts: FacetCounts } {
	const wanted = facetNames.flatMap((name) => {
		const value = choice[name];
		return value === undefined ? [] : [{ name, value }];
	});
	const tally = Object.fromEntries(
		facetNames.map((name) => [name, new Map<string, number>()])
	) as Record<FacetName, Map<string, number>>;
	const chosen: Item[] = [];
	for (const item of all) {
		const missed = wanted.filter(({ name, value }) => !item[name].includes(value));
		if (missed.length === 0) {
			chosen.push(item);
			for (const name of facetNames) add(tally[name], item[name]);
		} else if (missed.length === 1 && missed[0]) {
			add(tally[missed[0].name], item[missed[0].name]);
		}
	}
	const counts = Object.fromEntries(
		facetNames.map((name) => [name, sorted(tally[name], choice[name])])
	) as Record<FacetName, FacetCount[]>;
	return { chosen, counts };
}

function add(counts: Map<string, number>, values: readonly string[]): void {
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
}

/**
 * The most frequent first, those alike by their value. A value that is chosen is there even when
 * it leaves none, so that it can be taken back.
 */
function sorted(counts: Map<string, number>, chosen: string | undefined): FacetCount[] {
	if (chosen !== undefined && !counts.has(chosen)) counts.set(chosen, 0);
	return [...counts]
		.map(([value, count]) => ({ value, count }))
		.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
