import type { Locale } from '#lib/i18n/translate.ts';

/** What a file is called for a reader: its title, else its name. */
export function attachmentTitle(
	locale: Locale,
	{
		altId,
		altEn,
		fileName
	}: { readonly altId: string; readonly altEn: string | null; readonly fileName: string }
): string {
	return (locale === 'en' && altEn) || altId || fileName;
}
