import type { Translate } from '#lib/i18n/translate.ts';
import type { WrittenSection } from './sections.ts';

/** What was found, with its sections by name: so that the list is not sent the names of all. */
export function withSectionNames<Found extends { readonly section: WrittenSection | null }>(
	found: ReadonlyMap<string, Found>,
	t: Translate
): ReadonlyMap<string, Omit<Found, 'section'> & { readonly section: string | null }> {
	return new Map(
		[...found].map(([id, excerpt]) => [
			id,
			{ ...excerpt, section: excerpt.section && t(`innovation.section.${excerpt.section}`) }
		])
	);
}
