import type en from './messages/en.json';

export type MessageKey = keyof typeof en;
export type Messages = Record<MessageKey, string>;
export type MessageValues = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

export const locales = ['id', 'en'] as const;
export type Locale = (typeof locales)[number];
export const baseLocale: Locale = 'id';

export function isLocale(value: string | null | undefined): value is Locale {
	return locales.some((locale) => locale === value);
}

/** The BCP 47 tag that `Intl` formats numbers and dates with. */
export const intlTags: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' };

const PLACEHOLDER = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

/**
 * Returns the `t` of one locale over its messages.
 * `{name}` is filled with a value, numbers formatted the way the locale writes them;
 * `{count:person|people}` becomes the first word when the value is 1 and the second otherwise.
 */
export function translator(locale: Locale, messages: Readonly<Partial<Messages>>): Translate {
	const numbers = new Intl.NumberFormat(intlTags[locale]);

	return (key, values = {}) =>
		(messages[key] ?? missing(key)).replace(
			PLACEHOLDER,
			(placeholder, name: string, one: string | undefined, many: string | undefined) => {
				const value = values[name];
				if (value === undefined) return placeholder;
				if (one !== undefined && many !== undefined) return value === 1 ? one : many;
				return typeof value === 'number' ? numbers.format(value) : value;
			}
		);
}

/** A text that no code of the page named: its key is shown, and the journeys fail. */
function missing(key: string): string {
	console.error(`The page has no text ${key}: see keysFromServer in i18n/texts.ts.`);
	return key;
}

/** A row whose name is kept in both languages. */
export interface LocalNamed {
	readonly nameId: string;
	readonly nameEn: string;
}

export function localName(locale: Locale, row: LocalNamed): string {
	return locale === 'en' ? row.nameEn : row.nameId;
}
