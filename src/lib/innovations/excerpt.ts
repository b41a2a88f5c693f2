import { plainText } from './plain-text.ts';

/** A piece of a text with the places of the words that were looked for. */
export interface Excerpt {
	readonly text: string;
	/** From and up to, in UTF-16 units; in order and apart from one another. */
	readonly marks: readonly (readonly [number, number])[];
}

const BEFORE = 60;
const LENGTH = 200;
const MAX_PLACES = 50;

/**
 * The passage of a Markdown text in which the most of the words stand, the first of those alike;
 * null when none of them is in it.
 * @param words finds a word, with the flag `g`
 */
export function excerptOf(markdown: string, words: RegExp): Excerpt | null {
	const text = plainText(markdown);
	let best: { text: string; different: number } | null = null;
	for (const { index } of [...text.matchAll(words)].slice(0, MAX_PLACES)) {
		const passage = passageAround(text, index);
		const different = differentWords(passage, words);
		if (!best || different > best.different) best = { text: passage, different };
	}
	return best && { text: best.text, marks: marksIn(best.text, words) };
}

/** The surroundings of a place in a text, with the words that stand there. */
export function excerptAt(text: string, place: number, words: RegExp): Excerpt {
	const passage = passageAround(text, place);
	return { text: passage, marks: marksIn(passage, words) };
}

/** How many different words of those looked for stand in a text. */
export function differentWords(text: string, words: RegExp): number {
	return new Set((text.match(words) ?? []).map((word) => word.toLowerCase())).size;
}

/** Where the words stand in a text, without overlaps. */
export function marksIn(text: string, words: RegExp): [number, number][] {
	return [...text.matchAll(words)].map(({ index, 0: word }) => [index, index + word.length]);
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
