/**
 * What is looked for: every clause must hold, a clause holds when one of its alternatives does,
 * and an alternative is a list of tokens that all occur.
 */
export type Clause = readonly (readonly string[])[];

/**
 * A clause that holds for the same documents with less to read: wherever a word stands as it is
 * spelt, its stem stands too. Of several words whose stems differ by language, the spellings stay,
 * because one word may stand in an Indonesian text and the other in an English one.
 */
export function withoutSpellings(clause: Clause): Clause {
	const isStems = (tokens: readonly string[]) => tokens.every((token) => /^[^=#@]/.test(token));
	const isSpelling = (tokens: readonly string[]) => tokens.every((token) => token.startsWith('='));
	return clause.filter((tokens) => {
		if (!isSpelling(tokens)) return true;
		const stems = clause.filter((each) => each.length === tokens.length && isStems(each));
		return tokens.length === 1 ? stems.length === 0 : stems.length !== 1;
	});
}

/** Which words of a text are to be marked: each is a row of spellings per word of a phrase. */
export type MarkPattern = readonly (readonly string[])[];

/**
 * An expression that finds the words of a search in a text, whatever their case; null when there
 * is nothing to mark. Only letters and digits come in, so that nothing in it can be hostile.
 */
export function markExpression(patterns: readonly MarkPattern[]): RegExp | null {
	const phrases = patterns
		.map((pattern) =>
			pattern
				.map((spellings) => spellings.filter((word) => /^[\p{L}\p{N}]+$/u.test(word)))
				.filter((spellings) => spellings.length > 0)
				.map((spellings) => (spellings.length > 1 ? `(?:${spellings.join('|')})` : spellings[0]))
				.join(String.raw`[\s‐‑-]+`)
		)
		.filter((phrase) => phrase !== '');
	if (phrases.length === 0) return null;
	// The longest first: of two that begin alike the longer one is to be marked.
	const sorted = [...new Set(phrases)].toSorted((a, b) => b.length - a.length);
	return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${sorted.join('|')})(?![\p{L}\p{N}])`, 'giu');
}
