import { plainText } from './plain-text.ts';

/** A piece of a text with the places of the words that were looked for. */
export interface Excerpt {
	readonly text: string;
	/** From and up to, in UTF-16 units; in order and apart from one another. */
	readonly marks: readonly (readonly [number, number])[];
}

const BEFORE = 60;
const LENGTH = 200;

/** The surroundings of the first of the words in a Markdown text; null when none is in it. */
export function excerptOf(markdown: string, words: readonly string[]): Excerpt | null {
	const text = plainText(markdown);
	const lower = text.toLowerCase();
	// Some letters change their length in lower case, and places would be wrong.
	if (lower.length !== text.length) return null;

	const places = words.map((word) => lower.indexOf(word)).filter((place) => place >= 0);
	if (places.length === 0) return null;
	const [from, to] = pieceAround(text, Math.min(...places));
	const start = from > 0 ? '… ' : '';
	const end = to < text.length ? ' …' : '';
	const piece = start + text.slice(from, to).trim() + end;
	return { text: piece, marks: marksIn(piece, words) };
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

/** Cuts at spaces, so that no word is torn. */
function pieceAround(text: string, place: number): [number, number] {
	const early = Math.max(0, place - BEFORE);
	const from = early === 0 ? 0 : text.indexOf(' ', early) + 1;
	const late = Math.min(text.length, from + LENGTH);
	const to = late === text.length ? late : text.lastIndexOf(' ', late);
	return from > place || to <= place ? [early, late] : [from, to];
}
