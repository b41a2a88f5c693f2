import type { Innovation } from '#lib/database/tables/innovations.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import { localText } from '../local-text.ts';
import { type WrittenSection, writtenSections } from '../sections.ts';
import * as parts from './parts-repository.ts';
import { listByIds } from './search-repository.ts';
import { type ListContext, summarise } from './summaries.ts';

/** A section of a published write-up, to be quoted from, with what a quotation has to say of it. */
export interface AnswerText extends Pick<
	Innovation,
	'slug' | 'isSample' | 'updatedAt' | 'confirmedOn' | 'validation'
> {
	readonly title: string;
	readonly titleLang: Locale;
	readonly regionName: string;
	readonly section: WrittenSection;
	readonly lang: Locale;
	readonly markdown: string;
}

/**
 * The stated sections of published write-ups in the reader's language, in the order of the ids
 * and of the sections.
 */
export async function listAnswerTexts(
	ctx: ListContext,
	ids: readonly string[]
): Promise<AnswerText[]> {
	const stored = (await listByIds(ctx.db, ids)).filter(({ state }) => state === 'published');
	const heads = new Map((await summarise(ctx, stored)).map((head) => [head.id, head]));
	const sections = Map.groupBy(
		await parts.listSections(ctx.db, [...heads.keys()]),
		({ innovationId }) => innovationId
	);
	return ids.flatMap((id) => {
		const head = heads.get(id);
		if (!head) return [];
		const title = localText(ctx.locale, { id: head.titleId, en: head.titleEn });
		const { slug, isSample, updatedAt, confirmedOn, validation } = head;
		return writtenSections.flatMap((key) => {
			const section = sections.get(id)?.find((each) => each.section === key);
			if (!section || section.knowledge !== 'stated') return [];
			const { text, lang } = localText(ctx.locale, {
				id: section.markdownId,
				en: section.markdownEn
			});
			return [
				{
					...{ slug, isSample, updatedAt, confirmedOn, validation },
					title: title.text,
					titleLang: title.lang,
					regionName: head.region.name,
					section: key,
					lang,
					markdown: text
				}
			];
		});
	});
}
