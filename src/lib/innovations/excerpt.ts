import { plainText } from './plain-text.ts';

/** A piece of a text with the places of the words that were looked for. */
export interface Excerpt {
	readonly text: string;
	/** From and up to, in UTF-16 units; in order and apart from one another. */
	readonly marks: readonly (readonly [number, number])[];
}

const BEFORE = 60;
const LENGTH = 200;

/**
 * The passage of a Markdown text that holds the most of the words, the first of those alike; null
 * when none of them is in it.
 */
export function excerptOf(markdown: string, words: readonly string[]): Excerpt | null {
	const text = plainText(markdown);
	const lower = text.toLowerCase();
	// Some letters change their length in lower case, and places would be wrong.
	if (lower.length !== text.length) return null;

	const passages = words
		.map((word) => lower.indexOf(word))
		.filter((place) => place >= 0)
		.toSorted((a, b) => a - b)
		.map((place) => passageAround(text, place));
	const best = passages.toSorted((a, b) => countWords(b, words) - countWords(a, words))[0];
	return best === undefined ? null : { text: best, marks: marksIn(best, words) };
}

/** How many of the words stand in a text. */
export function countWords(text: string, words: readonly string[]): number {
	const lower = text.toLowerCase();
	return words.filter((word) => lower.includes(word)).length;
}

/** Where the words stand in a text, without overlaps. */
export function marksIn(text: string, words: readonly string[]): [number, number][] {
	const lower = text.toLowerCase();
	if (lower.length !== text.length) return [];
	const found = words.flatMap((word) => placesOf(lower, word)).toSorted(([a], [b]) => a - b);
	const marks: [number, number][] = [];
	for (const [from, to] of found) {
		const last = marks.at(-1);
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else marks.push([from, to]);
	}
	return marks;
}

function placesOf(lower: string, word: string): [number, number][] {
	const places: [number, number][] = [];
	for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
		places.push([at, at + word.length]);
	}
	return places;
}

/** A piece of a text with a place in it, cut at spaces so that no word is torn. */
function passageAround(text: string, place: number): string {
	const early = Math.max(0, place - BEFORE);
	const late = Math.min(text.length, early + LENGTH);
	const start = early === 0 ? 0 : text.indexOf(' ', early) + 1;
	const end = late === text.length ? late : text.lastIndexOf(' ', late);
	// A word longer than the piece has no space near it.
	const [from, to] = start > place || end <= place ? [early, late] : [start, end];
	return (from > 0 ? '… ' : '') + text.slice(from, to).trim() + (to < text.length ? ' …' : '');
}
