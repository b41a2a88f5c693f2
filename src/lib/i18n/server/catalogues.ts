import en from '../messages/en.json' with { type: 'json' };
import id from '../messages/id.json' with { type: 'json' };
import { addCatalogues } from '../texts.ts';
import {
	translator,
	type Locale,
	type MessageKey,
	type Messages,
	type Translate
} from '../translate.ts';

/** `satisfies` makes a missing translation a compile error. */
const catalogues = { id, en } satisfies Record<Locale, Messages>;

// Pages that are rendered here read what the browser would have with its code.
addCatalogues(catalogues);

const translators: Record<Locale, Translate> = {
	id: translator('id', catalogues.id),
	en: translator('en', catalogues.en)
};

/** The `t` of a language on the server, where both are at hand. */
export function translateIn(locale: Locale): Translate {
	return translators[locale];
}

export function isMessageKey(value: string): value is MessageKey {
	return Object.hasOwn(en, value);
}
