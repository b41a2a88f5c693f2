import type { PublicText } from '#lib/attachments/server/use-cases.ts';
import type { InnovationSection } from '#lib/database/tables/innovations.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import { markExpression, type MarkPattern } from '#lib/search/query-tree.ts';
import { differentWords, type Excerpt, excerptAt, excerptOf } from '../excerpt.ts';
import { isWrittenSection, type WrittenSection, writtenSections } from '../sections.ts';
import { documentTexts } from './document-texts.ts';
import * as parts from './parts-repository.ts';
import type { InnovationSummary, ListContext } from './summaries.ts';

/** A document with what it is called. */
export type NamedDocument = Pick<PublicText, 'id' | 'fileName' | 'altId' | 'altEn'>;

/** A passage with the section or the document it stands in, and the language it is written in. */
export type FoundPassage = Excerpt & { readonly lang: Locale } & (
		| { readonly section: WrittenSection; readonly document: null }
		| { readonly section: null; readonly document: NamedDocument }
	);

/** What was looked for, by its pieces. */
interface Wanted {
	readonly pieces: readonly { readonly patterns: readonly MarkPattern[] }[];
	readonly patterns: readonly MarkPattern[];
}

/**
 * For each write-up that was found the passage to show, by its id: where the write-up itself
 * lacks a piece of what was looked for, that of a public document which has it, otherwise the
 * section's in which the most of the words stand.
 */
export async function foundPassages(
	ctx: Pick<ListContext, 'db' | 'locale'>,
	found: readonly InnovationSummary[],
	{ pieces, patterns }: Wanted
): Promise<Map<string, FoundPassage>> {
	const words = markExpression(patterns);
	if (words === null || found.length === 0) return new Map();

	const ids = found.map(({ id }) => id);
	const stored = (await parts.listSections(ctx.db, ids)).toSorted(
		(a, b) => orderOf(a.section) - orderOf(b.section)
	);
	const sections = Map.groupBy(stored, ({ innovationId }) => innovationId);
	const lacking = new Map<string, RegExp>();
	for (const head of found) {
		const missing = unsaid(head, sections.get(head.id) ?? [], pieces);
		if (missing) lacking.set(head.id, missing);
	}
	const documents = await documentTexts(ctx, [...lacking.keys()]);
	return new Map(
		ids.flatMap((id) => {
			const passage =
				documentPassage(documents.get(id) ?? [], lacking.get(id), words) ??
				sectionPassage(sections.get(id) ?? [], words, ctx.locale);
			return passage ? [[id, passage] as const] : [];
		})
	);
}

/** Finds the pieces of which a write-up says nothing itself; null when it says all. */
function unsaid(
	head: InnovationSummary,
	sections: readonly InnovationSection[],
	pieces: Wanted['pieces']
): RegExp | null {
	const texts = [
		head.titleId,
		head.summaryId,
		head.region.name,
		head.titleEn,
		head.summaryEn,
		...head.services.flatMap(({ nameId, nameEn }) => [nameId, nameEn]),
		...sections.flatMap(({ markdownId, markdownEn }) => [markdownId, markdownEn])
	];
	const missing = pieces.filter(({ patterns }) => {
		const words = markExpression(patterns);
		return words !== null && !texts.some((text) => text !== null && text.search(words) >= 0);
	});
	return markExpression(missing.flatMap(({ patterns }) => patterns));
}

function documentPassage(
	documents: readonly PublicText[],
	missing: RegExp | undefined,
	words: RegExp
): FoundPassage | null {
	if (!missing) return null;
	for (const { textExtract, id, fileName, altId, altEn } of documents) {
		const text = textExtract.search(missing) >= 0 ? textExtract : altId;
		const place = text.search(missing);
		if (place < 0) continue;
		const document = { id, fileName, altId, altEn };
		return { ...excerptAt(text, place, words), lang: 'id', section: null, document };
	}
	return null;
}

function sectionPassage(
	sections: readonly InnovationSection[],
	words: RegExp,
	locale: Locale
): FoundPassage | null {
	let best: { section: WrittenSection; lang: Locale; markdown: string } | null = null;
	let most = 0;
	// A word may stand in the other language only: the search looks in both.
	for (const lang of locale === 'en' ? (['en', 'id'] as const) : (['id', 'en'] as const)) {
		for (const { section, markdownId, markdownEn } of sections) {
			if (!isWrittenSection(section)) continue;
			const markdown = (lang === 'id' ? markdownId : markdownEn) ?? '';
			const different = differentWords(markdown, words);
			if (different <= most) continue;
			most = different;
			best = { section, lang, markdown };
		}
	}
	const excerpt = best && excerptOf(best.markdown, words);
	return best && excerpt
		? { ...excerpt, section: best.section, lang: best.lang, document: null }
		: null;
}

function orderOf(section: string): number {
	return writtenSections.findIndex((key) => key === section);
}
