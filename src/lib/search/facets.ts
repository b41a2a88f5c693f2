/** What a choice of write-ups is made by; each is a part of the address. */
export const facetNames = ['service', 'region', 'kind', 'stage', 'validation', 'kpi'] as const;
export type FacetName = (typeof facetNames)[number];

export type FacetChoice = Partial<Readonly<Record<FacetName, string | undefined>>>;

/** What a write-up is counted by: the numbers of its values in a {@link FacetBook}. */
export interface Faceted {
	readonly facets: readonly number[];
}

export interface FacetCount {
	readonly value: string;
	readonly count: number;
}

export type FacetCounts = Readonly<Record<FacetName, FacetCount[]>>;

/** Every value of every facet with a number, so that counting is adding up in a row of numbers. */
export interface FacetBook {
	readonly size: () => number;
	/** The numbers of a write-up's values; new values get the next ones. */
	readonly enter: (values: Readonly<Record<FacetName, readonly string[]>>) => readonly number[];
	readonly find: (name: FacetName, value: string) => number | undefined;
	readonly nameOf: (number: number) => FacetName | undefined;
	readonly valuesOf: (name: FacetName) => ReadonlyMap<string, number>;
}

/** An empty book. */
export function facetBook(): FacetBook {
	const numbers = Object.fromEntries(
		facetNames.map((name) => [name, new Map<string, number>()])
	) as Record<FacetName, Map<string, number>>;
	const names: FacetName[] = [];
	const numberFor = (name: FacetName, value: string) => {
		const known = numbers[name].get(value);
		if (known !== undefined) return known;
		numbers[name].set(value, names.length);
		return names.push(name) - 1;
	};
	return {
		size: () => names.length,
		enter: (values) =>
			facetNames.flatMap((name) => values[name].map((value) => numberFor(name, value))),
		find: (name, value) => numbers[name].get(value),
		nameOf: (number) => names[number],
		valuesOf: (name) => numbers[name]
	};
}

/**
 * The write-ups that fit every facet chosen, in their order, and how many each value of a facet
 * would leave, given what is chosen in the others. All are looked at once: one that misses a
 * single choice counts in that facet only.
 */
export function chooseAndCount<Item extends Faceted>(
	all: readonly Item[],
	choice: FacetChoice,
	book: FacetBook
): { readonly chosen: readonly Item[]; readonly counts: FacetCounts } {
	const wanted = facetNames.flatMap((name) => {
		const value = choice[name];
		return value === undefined ? [] : [{ name, number: book.find(name, value) ?? -1 }];
	});
	const tally = new Uint32Array(book.size());
	const chosen: Item[] = [];
	for (const item of all) {
		let missed: FacetName | null = null;
		let misses = 0;
		for (const { name, number } of wanted) {
			if (item.facets.includes(number)) continue;
			missed = name;
			misses += 1;
		}
		if (misses === 0) chosen.push(item);
		else if (misses > 1) continue;
		for (const number of item.facets) {
			if (missed === null || book.nameOf(number) === missed)
				tally[number] = (tally[number] ?? 0) + 1;
		}
	}
	const counts = Object.fromEntries(
		facetNames.map((name) => [name, sorted(tally, book.valuesOf(name), choice[name])])
	) as Record<FacetName, FacetCount[]>;
	return { chosen, counts };
}

/**
 * The most frequent first, those alike by their value. A value that is chosen is there even when
 * it leaves none, so that it can be taken back.
 */
function sorted(
	tally: Uint32Array,
	values: ReadonlyMap<string, number>,
	chosen: string | undefined
): FacetCount[] {
	const counts = [...values]
		.map(([value, number]) => ({ value, count: tally[number] ?? 0 }))
		.filter(({ value, count }) => count > 0 || value === chosen);
	if (chosen !== undefined && !values.has(chosen)) counts.push({ value: chosen, count: 0 });
	return counts.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
