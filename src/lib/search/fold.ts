const MARKS = /\p{M}/gu;
/** Longer than any word that people write; what is longer is cut, so that nothing swells the index. */
const MAX_WORD_LENGTH = 40;
const WORD = /[\p{L}\p{N}\p{M}]+(?:[-‐‑’'][\p{L}\p{N}\p{M}]+)*/gu;
const LETTERS = /[\p{L}\p{N}]+/gu;
const PLAIN = /^[a-z0-9]*$/;

/** A text as it is compared: compatible forms, no marks on letters, lower case. */
export function fold(text: string): string {
	return text.toWellFormed().normalize('NFKD').replace(MARKS, '').toLowerCase();
}

/**
 * The words of a text as they are compared, in order. A word with hyphens or apostrophes, such as
 * `KTP-el` or `anak-anak`, comes as its parts. Cuts before it folds: one sign can become eighteen.
 */
export function foldedWords(text: string): string[][] {
	return (text.match(WORD) ?? [])
		.map((word) => word.split(/[-‐‑’']/).flatMap(foldedParts))
		.filter((parts) => parts.length > 0);
}

function foldedParts(part: string): string[] {
	const lower = part.slice(0, MAX_WORD_LENGTH).toLowerCase();
	if (PLAIN.test(lower)) return [lower];
	const letters = fold(lower).match(LETTERS) ?? [];
	return letters.map((word) => Array.from(word).slice(0, MAX_WORD_LENGTH).join(''));
}
