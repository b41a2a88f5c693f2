import { type Excerpt, excerptOf } from '../excerpt.ts';
import { localText } from '../local-text.ts';
import { type WrittenSection, writtenSections } from '../sections.ts';
import * as parts from './parts-repository.ts';
import type { ListContext } from './summaries.ts';

/** A passage with the section it stands in and the language it is written in. */
export interface SectionExcerpt extends Excerpt {
	readonly section: WrittenSection;
	readonly lang: 'id' | 'en';
}

/** The first passage of each write-up in which one of the words stands, by the write-up's id. */
export async function excerptsFor(
	{ db, locale }: ListContext,
	ids: readonly string[],
	words: readonly string[]
): Promise<Map<string, SectionExcerpt>> {
	if (words.length === 0 || ids.length === 0) return new Map();

	const stored = await parts.listSections(db, ids);
	const found = new Map<string, SectionExcerpt>();
	for (const key of writtenSections) {
		for (const { innovationId, section, markdownId, markdownEn } of stored) {
			if (section !== key || found.has(innovationId)) continue;
			const { text, lang } = localText(locale, { id: markdownId, en: markdownEn });
			const excerpt = excerptOf(text, words);
			if (excerpt) found.set(innovationId, { ...excerpt, section: key, lang });
		}
	}
	return found;
}
