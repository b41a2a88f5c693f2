import type { Context } from '#lib/core/context.ts';
import type { InnovationSection } from '#lib/database/tables/innovations.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import { localText } from '../local-text.ts';
import { type SectionKey, sections as rules } from '../sections.ts';
import type { InnovationDetail } from './get-innovation.ts';
import { renderMarkdown } from './markdown.ts';

/** A section as the page shows it. */
export interface RenderedSection {
	readonly key: SectionKey;
	readonly number: number;
	/**
	 * `empty`: nobody has written anything; `automatic`: the site makes it, nobody writes it;
	 * `withheld`: it is kept for signed-in governments, and the reader is none.
	 */
	readonly knowledge: InnovationSection['knowledge'] | 'empty' | 'automatic' | 'withheld';
	/** Sanitised; empty when there is no text. */
	readonly html: string;
	readonly lang: Locale;
	/** The reader asked for English and only Indonesian is there. */
	readonly isFallback: boolean;
	/** Readers from outside do not see it. */
	readonly isRestricted: boolean;
}

const MAX_KEPT = 300;
const kept = new Map<string, readonly RenderedSection[]>();

/**
 * All 13 sections of a write-up in the reader's language, rendered. Parsing takes longer than all
 * else on the page, so that what was rendered is kept until the version changes.
 */
export function renderSections(
	{ locale }: Pick<Context, 'locale'>,
	{
		innovation,
		sections,
		sources,
		withheld
	}: Pick<InnovationDetail, 'innovation' | 'sections' | 'sources' | 'withheld'>
): readonly RenderedSection[] {
	// What is withheld belongs to the key: a reader from outside must never get the others' copy.
	const key = [innovation.id, innovation.version, locale, ...withheld].join(' ');
	const known = kept.get(key);
	if (known) return known;

	const rendered = rules.map(({ key, number, isWritten }) => {
		const section = sections.find((candidate) => candidate.section === key);
		if (!section) {
			const knowledge = knowledgeWithout(key, isWritten, withheld);
			return {
				...{ key, number, knowledge, html: '', lang: locale },
				...{ isFallback: false, isRestricted: false }
			};
		}
		const { text, lang, isFallback } = localText(locale, {
			id: section.markdownId,
			en: section.markdownEn
		});
		const html = render(text, key, locale, sources.length);
		const isRestricted = section.visibility === 'governments';
		return { key, number, knowledge: section.knowledge, html, lang, isFallback, isRestricted };
	});

	const [oldest] = kept.keys();
	if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
	kept.set(key, rendered);
	return rendered;
}

function knowledgeWithout(
	key: SectionKey,
	isWritten: boolean,
	withheld: readonly SectionKey[]
): 'withheld' | 'empty' | 'automatic' {
	if (withheld.includes(key)) return 'withheld';
	return isWritten ? 'empty' : 'automatic';
}

function render(text: string, key: SectionKey, locale: Locale, sourceCount: number): string {
	const t = translateIn(locale);
	return renderMarkdown(text, {
		sourceCount,
		sourceLabel: (number) => t('innovation.sourceNumber', { number }),
		tableLabel: t(`innovation.section.${key}`)
	});
}
