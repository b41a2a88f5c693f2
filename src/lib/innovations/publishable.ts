import type { FieldProblem } from '#lib/core/errors.ts';
import { ruleOf, type WrittenSection, writtenSections } from './sections.ts';
import { wordCount } from './word-count.ts';

/** A section as far as the rules of publication look at it. */
export interface SectionText {
	readonly section: string;
	readonly knowledge: 'stated' | 'not_yet_known';
	readonly markdownId: string;
}

/** The form's field for a section's text in a language. */
export function sectionField(section: WrittenSection, language: 'id' | 'en'): string {
	return `${section}_${language}`;
}

/** The required sections that have no text at all. */
export function missingSections(texts: readonly SectionText[]): FieldProblem[] {
	return required(texts)
		.filter(({ text }) => wordCount(text?.markdownId ?? '') === 0)
		.map(({ key }) => ({ path: sectionField(key, 'id'), code: 'innovation.sectionMissing' }));
}

/**
 * The required sections that are shorter than the rules ask. One that is honestly marked as not
 * yet known may be short.
 */
export function shortSections(texts: readonly SectionText[]): FieldProblem[] {
	return required(texts).flatMap(({ key, text }) => {
		const min = ruleOf(key).words?.min ?? 0;
		const words = wordCount(text?.markdownId ?? '');
		if (words === 0 || words >= min || text?.knowledge === 'not_yet_known') return [];
		return [
			{
				path: sectionField(key, 'id'),
				code: 'innovation.sectionTooShort',
				values: { words, min }
			}
		];
	});
}

function required(texts: readonly SectionText[]) {
	return writtenSections
		.filter((key) => ruleOf(key).isRequired)
		.map((key) => ({ key, text: texts.find(({ section }) => section === key) }));
}
