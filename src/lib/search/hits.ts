/** What was found, by the numbers of the documents; the higher the score, the better. */
export interface Hits {
	readonly count: number;
	/** Above 0 for a document that was found, 0 for every other. */
	readonly scoreOf: (id: number) => number;
	readonly ids: readonly number[];
}

/** Hits of which each has a score of its own; one without or below the least is still found. */
export function hitsOf(found: readonly { readonly id: number; readonly score: number }[]): Hits {
	const scores = rowOfScores(found.reduce((most, { id }) => Math.max(most, id), 0));
	for (const { id, score } of found) scores[id] = Math.max(score, LEAST);
	return { count: found.length, scoreOf: scoreIn(scores), ids: found.map(({ id }) => id) };
}

/**
 * Hits in groups, the best first: what stands in several counts in the first.
 * @param groups of which the last holds all that was found
 */
export function hitsInGroups(groups: readonly (readonly number[])[]): Hits {
	const ids = groups.at(-1) ?? [];
	const scores = rowOfScores(ids.reduce((most, id) => Math.max(most, id), 0));
	for (const [i, group] of groups.toReversed().entries()) {
		for (const id of group) scores[id] = i + 1;
	}
	return { count: ids.length, scoreOf: scoreIn(scores), ids };
}

const LEAST = Number.MIN_VALUE;

function rowOfScores(most: number): Float64Array {
	return new Float64Array(most + 1);
}

function scoreIn(scores: Float64Array) {
	return (id: number) => scores[id] ?? 0;
}

/** Few enough to keep the best in order while looking at each once. */
const MAX_KEPT = 200;

/** The best so many, the best first; those alike stay in their order. */
export function best<Item>(
	items: readonly Item[],
	scoreOf: (item: Item) => number,
	count: number
): readonly Item[] {
	if (count > MAX_KEPT || items.length <= MAX_KEPT) {
		return items.toSorted((a, b) => scoreOf(b) - scoreOf(a)).slice(0, count);
	}
	const kept: { item: Item; score: number }[] = [];
	for (const item of items) {
		const score = scoreOf(item);
		if (kept.length >= count && score <= (kept.at(-1)?.score ?? Infinity)) continue;
		let at = kept.length;
		while (at > 0 && (kept[at - 1]?.score ?? Infinity) < score) at -= 1;
		kept.splice(at, 0, { item, score });
		if (kept.length > count) kept.pop();
	}
	return kept.map(({ item }) => item);
}
