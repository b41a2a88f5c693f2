import { countWords, type Excerpt, excerptOf } from '../excerpt.ts';
import { type WrittenSection, writtenSections } from '../sections.ts';
import * as parts from './parts-repository.ts';
import type { ListContext } from './summaries.ts';

/** A passage with the section it stands in and the language it is written in. */
export interface SectionExcerpt extends Excerpt {
	readonly section: WrittenSection;
	readonly lang: 'id' | 'en';
}

/** The passage of each write-up that holds the most of the words, by the write-up's id. */
export async function excerptsFor(
	{ db, locale }: ListContext,
	ids: readonly string[],
	words: readonly string[]
): Promise<Map<string, SectionExcerpt>> {
	if (words.length === 0 || ids.length === 0) return new Map();

	const stored = await parts.listSections(db, ids);
	const found = new Map<string, SectionExcerpt>();
	// A word may stand in the other language only: the search looks in both.
	for (const lang of locale === 'en' ? (['en', 'id'] as const) : (['id', 'en'] as const)) {
		for (const key of writtenSections) {
			for (const { innovationId, section, markdownId, markdownEn } of stored) {
				if (section !== key) continue;
				const excerpt = excerptOf((lang === 'id' ? markdownId : markdownEn) ?? '', words);
				const best = found.get(innovationId);
				if (excerpt && (!best || holdsMore(excerpt, best, words))) {
					found.set(innovationId, { ...excerpt, section: key, lang });
				}
			}
		}
	}
	return found;
}

function holdsMore(one: Excerpt, other: Excerpt, words: readonly string[]): boolean {
	return countWords(one.text, words) > countWords(other.text, words);
}
