const MARKS = /\p{M}/gu;
/** Longer than any word that people write; what is longer is cut, so that nothing swells the index. */
const MAX_WORD_LENGTH = 40;
const WORD = /[\p{L}\p{N}]+(?:[-‐‑’'][\p{L}\p{N}]+)*/gu;

/** A text as it is compared: compatible forms, no marks on letters, lower case. */
export function fold(text: string): string {
	return text.toWellFormed().normalize('NFKD').replace(MARKS, '').toLowerCase();
}

/**
 * The words of a text as they are compared, in order. A word with hyphens or apostrophes, such as
 * `KTP-el` or `anak-anak`, comes as its parts.
 */
export function foldedWords(text: string): string[][] {
	return (fold(text).match(WORD) ?? []).map((word) =>
		word.split(/[-‐‑’']/).map((part) => part.slice(0, MAX_WORD_LENGTH))
	);
}
