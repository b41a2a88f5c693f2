import type { Locale } from '#lib/i18n/translate.ts';
import { foldedWords } from '../fold.ts';
import { synonymGroups } from '../synonyms.ts';
import { stemOf } from './stem.ts';

/** Rises with every change of the rules, so that what was indexed by older ones is made anew. */
export const NORMALISER_VERSION = 3;

/** A word as it is written and as it is compared. */
export interface Word {
	readonly surface: string;
	readonly stem: string;
}

/** A thing of the list of synonyms with where its phrase stands among the words. */
export interface Concept {
	readonly key: string;
	readonly from: number;
	readonly length: number;
}

/** In the index the surface form, a thing and a region are told apart from stems by a sign. */
export const surfaceToken = (surface: string) => `=${surface}`;
export const conceptToken = (key: string) => `#${key}`;
export const regionToken = (code: string) => `@${code.replaceAll('.', '')}`;

/**
 * The words of a text, the same for what is indexed and what is looked for. `KTP-el` becomes two
 * words, `anak-anak` and `anak2` one.
 */
export function normalise(text: string, language: Locale): Word[] {
	return foldedWords(text).flatMap((parts) => {
		const words = parts.map((part) => wordOf(part, language));
		const [first] = words;
		const isRepeated = words.length === 2 && first?.stem === words[1]?.stem;
		return isRepeated && first ? [first] : words;
	});
}

/** The old way to write a reduplication: `anak2`. */
const DOUBLED = /^(\p{L}{4,})2$/u;

function wordOf(part: string, language: Locale): Word {
	const surface = part.replace(DOUBLED, '$1');
	return { surface, stem: stemOf(surface, language) };
}

/** All phrases of the synonyms by the stem they begin with, the longest first. */
const phrasesByStem = Map.groupBy(
	synonymGroups
		.flatMap(({ key, phrases }) =>
			phrases.map((phrase) => ({ key, stems: normalise(phrase, 'id').map(({ stem }) => stem) }))
		)
		.toSorted((a, b) => b.stems.length - a.stems.length),
	({ stems }) => stems[0] ?? ''
);

/** The things that the words name, also those that lie within one another. */
export function conceptsIn(words: readonly Word[]): Concept[] {
	return words.flatMap(({ stem }, from) =>
		(phrasesByStem.get(stem) ?? [])
			.filter(({ stems }) => stems.every((each, i) => words[from + i]?.stem === each))
			.map(({ key, stems }) => ({ key, from, length: stems.length }))
	);
}

/** The ways to write a thing, as words. */
export function phrasesOf(key: string): Word[][] {
	const group = synonymGroups.find((candidate) => candidate.key === key);
	return (group?.phrases ?? []).map((phrase) => normalise(phrase, 'id'));
}

/** What the index keeps of a text: each word's stem and surface form, and the things it names. */
export function indexTokens(text: string, language: Locale): { tokens: string[]; words: Word[] } {
	const words = normalise(text, language);
	const things = new Set(conceptsIn(words).map(({ key }) => conceptToken(key)));
	const tokens = words.flatMap(({ surface, stem }) => [stem, surfaceToken(surface)]);
	return { tokens: [...tokens, ...things], words };
}
