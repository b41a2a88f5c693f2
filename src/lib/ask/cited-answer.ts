import { foldedWords } from '#lib/search/fold.ts';
import { stopWords } from '#lib/search/stop-words.ts';
import { sentencesOf } from './passages.ts';

/** One sentence of a phrased answer, with the numbers of the passages it rests on. */
export interface CitedSentence {
	readonly text: string;
	/** From 1, each once. */
	readonly passages: readonly number[];
}

const CITATION = /\[(\d{1,2})\]/g;
const MAX_SENTENCES = 8;
const MAX_LENGTH = 2000;
/** The part of a sentence's words that must stand in the passages it cites. */
const LEAST_SHARED = 0.6;

/**
 * Reads an answer that a language model phrased, and believes none of it: every sentence must
 * cite passages that were given, every number and most of the words must stand in them. Null
 * when one sentence fails, because what is left of an answer may say something else.
 * @param stem brings words to their stem, so that another form of a word counts as the same
 */
export function checkedAnswer(
	answer: string,
	passages: readonly string[],
	stem: (word: string) => string
): readonly CitedSentence[] | null {
	const text = answer.trim();
	if (text === '' || text.length > MAX_LENGTH) return null;
	const sentences = sentencesOf(text).map(readSentence);
	if (sentences.length > MAX_SENTENCES) return null;
	const isSound = sentences.every((sentence) => isBacked(sentence, passages, stem));
	return isSound ? sentences : null;
}

function readSentence(sentence: string): CitedSentence {
	const numbers = [...sentence.matchAll(CITATION)].map((match) => Number(match[1]));
	const text = sentence
		.replace(CITATION, '')
		.replace(/\s+([.,;:!?])/g, '$1')
		.trim();
	return { text, passages: [...new Set(numbers)] };
}

function isBacked(
	{ text, passages: cited }: CitedSentence,
	passages: readonly string[],
	stem: (word: string) => string
): boolean {
	if (cited.length === 0 || text === '') return false;
	const sources = cited.map((number) => passages[number - 1]);
	if (sources.some((source) => source === undefined)) return false;

	const known = new Set(sources.flatMap((source) => wordsOf(source ?? '', stem)));
	const said = wordsOf(text, stem);
	const numbers = said.filter((word) => /\d/.test(word));
	if (numbers.some((number) => !known.has(number))) return false;
	const shared = said.filter((word) => known.has(word)).length;
	return said.length > 0 && shared / said.length >= LEAST_SHARED;
}

function wordsOf(text: string, stem: (word: string) => string): string[] {
	return foldedWords(text)
		.flat()
		.filter((word) => !stopWords.has(word))
		.map(stem);
}
