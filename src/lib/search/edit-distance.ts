/** The shortest word whose slips are looked for: shorter ones have too many neighbours. */
export const MIN_TYPO_LENGTH = 5;

/**
 * A word and what is left of it when one letter is taken away. Two words that differ by one
 * letter too much, too few, wrong or swapped with its neighbour have one of these in common
 * (the symmetric deletion of SymSpell).
 */
export function deletions(word: string): string[] {
	const letters = Array.from(word);
	const shorter = letters.map((_, i) => letters.filter((_, j) => j !== i).join(''));
	return [...new Set([word, ...shorter])];
}

/**
 * Whether one slip lies between two words: a letter too much, too few, wrong, or two neighbours
 * swapped (Damerau's distance, in its optimal string alignment, is 1).
 */
export function isOneSlipApart(one: string, other: string): boolean {
	const isOrdered = one.length <= other.length;
	const short = Array.from(isOrdered ? one : other);
	const long = Array.from(isOrdered ? other : one);
	if (long.length - short.length > 1) return false;
	let at = 0;
	while (at < short.length && short[at] === long[at]) at += 1;
	const rest = (letters: string[], from: number) => letters.slice(from).join('');
	if (short.length < long.length) return rest(short, at) === rest(long, at + 1);
	if (at === short.length) return false;
	if (rest(short, at + 1) === rest(long, at + 1)) return true;
	const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
	return isSwapped && rest(short, at + 2) === rest(long, at + 2);
}
