import { differentWords, type Excerpt, excerptOf } from '../excerpt.ts';
import { isWrittenSection, type WrittenSection, writtenSections } from '../sections.ts';
import * as parts from './parts-repository.ts';
import type { ListContext } from './summaries.ts';

/** A passage with the section it stands in and the language it is written in. */
export interface SectionExcerpt extends Excerpt {
	readonly section: WrittenSection;
	readonly lang: 'id' | 'en';
}

interface Candidate {
	readonly section: WrittenSection;
	readonly lang: 'id' | 'en';
	readonly markdown: string;
	readonly different: number;
}

/** The passage of each write-up in which the most of the words stand, by the write-up's id. */
export async function excerptsFor(
	{ db, locale }: Pick<ListContext, 'db' | 'locale'>,
	ids: readonly string[],
	words: RegExp | null
): Promise<Map<string, SectionExcerpt>> {
	if (words === null || ids.length === 0) return new Map();

	const best = new Map<string, Candidate>();
	const stored = await parts.listSections(db, ids);
	stored.sort((a, b) => orderOf(a.section) - orderOf(b.section));
	// A word may stand in the other language only: the search looks in both.
	for (const lang of locale === 'en' ? (['en', 'id'] as const) : (['id', 'en'] as const)) {
		for (const { innovationId, section, markdownId, markdownEn } of stored) {
			if (!isWrittenSection(section)) continue;
			const markdown = (lang === 'id' ? markdownId : markdownEn) ?? '';
			const different = differentWords(markdown, words);
			if (different > (best.get(innovationId)?.different ?? 0)) {
				best.set(innovationId, { section, lang, markdown, different });
			}
		}
	}
	const excerpts = new Map<string, SectionExcerpt>();
	for (const [id, { section, lang, markdown }] of best) {
		const excerpt = excerptOf(markdown, words);
		if (excerpt) excerpts.set(id, { ...excerpt, section, lang });
	}
	return excerpts;
}

function orderOf(section: string): number {
	return writtenSections.findIndex((key) => key === section);
}
