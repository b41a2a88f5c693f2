export const MAX_QUERY_LENGTH = 100;
const MAX_WORDS = 8;

/** The words of a search in lower case, without the punctuation around them, each once. */
export function searchWords(query: string): string[] {
	const words = query
		.toLowerCase()
		.split(/\s+/)
		.map((word) => word.replace(/^["'(.,;:!?]+|["').,;:!?]+$/g, ''))
		.filter((word) => word !== '');
	return [...new Set(words)].slice(0, MAX_WORDS);
}

/** Ranks a hit: words in the title count most, then the summary, then the rest. */
export function relevance(
	words: readonly string[],
	{ title, summary }: { readonly title: string; readonly summary: string }
): number {
	const inTitle = title.toLowerCase();
	const inSummary = summary.toLowerCase();
	return words.reduce(
		(score, word) => score + (inTitle.includes(word) ? 4 : 0) + (inSummary.includes(word) ? 2 : 0),
		0
	);
}
