import type { Locale } from '#lib/i18n/translate.ts';

/** A text with the language it is really in, which may differ from the reader's. */
export interface LocalText {
	readonly text: string;
	readonly lang: Locale;
	/** It was asked for in English and is there in Indonesian only. */
	readonly isFallback: boolean;
}

/** The text in the reader's language; Indonesian while nobody has translated it. */
export function localText(
	locale: Locale,
	{ id, en }: { readonly id: string; readonly en: string | null }
): LocalText {
	const isEnglish = locale === 'en' && en !== null && en.trim() !== '';
	return isEnglish
		? { text: en, lang: 'en', isFallback: false }
		: { text: id, lang: 'id', isFallback: locale === 'en' };
}
