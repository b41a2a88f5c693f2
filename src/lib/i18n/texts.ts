import type { Locale, MessageKey, Messages } from './translate.ts';

const texts: Record<Locale, Partial<Messages>> = { id: {}, en: {} };

/** Adds texts in both languages, Indonesian first: what the build puts beside the code that names them. */
export function addTexts(added: Readonly<Record<string, readonly [id: string, en: string]>>): void {
	for (const [key, [id, en]] of Object.entries(added)) {
		texts.id[key as MessageKey] = id;
		texts.en[key as MessageKey] = en;
	}
}

/** Adds the whole catalogue, for the server. */
export function addCatalogues(catalogues: Readonly<Record<Locale, Messages>>): void {
	Object.assign(texts.id, catalogues.id);
	Object.assign(texts.en, catalogues.en);
}

/** The texts of a language that are there so far. It grows as a page brings its code. */
export function textsOf(locale: Locale): Readonly<Partial<Messages>> {
	return texts[locale];
}

/**
 * Names the keys that the server sends to the code that shows them, which otherwise would not name
 * them: `keysFromServer<Label['key']>({ 'a.b': true })` compiles only when none is left out.
 */
export function keysFromServer<K extends MessageKey>(_keys: Readonly<Record<K, true>>): void {
	// The build reads the keys; there is nothing to do when the page runs.
}
