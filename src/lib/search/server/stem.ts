import { Stemmer } from 'sastrawijs';
import type { Locale } from '#lib/i18n/translate.ts';
import { regionWords, stemExceptions } from '../exceptions.ts';

const stemmer = new Stemmer();
const MAX_KEPT = 200_000;
/** Stemming takes 15 µs a word, and a language uses few of them again and again. */
const kept = new Map<string, string>();

/** The stem of a folded word in the language of its text. */
export function stemOf(word: string, language: Locale): string {
	return language === 'en' ? englishStem(word) : indonesianStem(word);
}

/** Whether a folded word is a root of the Indonesian dictionary or part of a region's name. */
export function isDictionaryWord(word: string): boolean {
	return stemmer.find(word) || regionWords.has(word);
}

function indonesianStem(word: string): string {
	const known = kept.get(word);
	if (known !== undefined) return known;
	const stem = stemExceptions.get(word) ?? (isStemmed(word) ? stemmer.stem(word) : word);
	if (kept.size >= MAX_KEPT) kept.clear();
	kept.set(word, stem);
	return stem;
}

/** Names of regions, numbers and foreign scripts stay as they are. */
function isStemmed(word: string): boolean {
	return /^[a-z]+$/.test(word) && !regionWords.has(word);
}

/** Singular and plural are one in English (Harman's S stemmer, 1991). */
function englishStem(word: string): string {
	if (word.length < 4 || !word.endsWith('s')) return word;
	if (/[^ea]ies$/.test(word)) return `${word.slice(0, -3)}y`;
	if (/[^aeo]es$/.test(word)) return word.slice(0, -1);
	return /[^us]s$/.test(word) ? word.slice(0, -1) : word;
}
