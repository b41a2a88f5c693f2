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
	/** `empty`: nobody has written anything; `automatic`: the site makes it, nobody writes it. */
	readonly knowledge: InnovationSection['knowledge'] | 'empty' | 'automatic';
	/** Sanitised; empty when there is no text. */
	readonly html: string;
	readonly lang: Locale;
	/** The reader asked for English and only Indonesian is there. */
	readonly isFallback: boolean;
}

const MAX_KEPT = 300;
const kept = new Map<string, readonly RenderedSection[]>();

/**
 * All 13 sections of a write-up in the reader's language, rendered. Parsing takes longer than all
 * else on the page, so that what was rendered is kept until the version changes.
 */
export function renderSections(
	{ locale }: Pick<Context, 'locale'>,
	{ innovation, sections, sources }: Pick<InnovationDetail, 'innovation' | 'sections' | 'sources'>
): readonly RenderedSection[] {
	const key = `${innovation.id} ${String(innovation.version)} ${locale}`;
	const known = kept.get(key);
	if (known) return known;

	const rendered = rules.map(({ key, number, isWritten }) => {
		const section = sections.find((candidate) => candidate.section === key);
		if (!section) {
			const knowledge = isWritten ? ('empty' as const) : ('automatic' as const);
			return { key, number, knowledge, html: '', lang: locale, isFallback: false };
		}
		const { text, lang, isFallback } = localText(locale, {
			id: section.markdownId,
			en: section.markdownEn
		});
		const html = render(text, key, locale, sources.length);
		return { key, number, knowledge: section.knowledge, html, lang, isFallback };
	});

	const [oldest] = kept.keys();
	if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
	kept.set(key, rendered);
	return rendered;
}

function render(text: string, key: SectionKey, locale: Locale, sourceCount: number): string {
	const t = translateIn(locale);
	return renderMarkdown(text, {
		sourceCount,
		sourceLabel: (number) => t('innovation.sourceNumber', { number }),
		tableLabel: t(`innovation.section.${key}`)
	});
}
