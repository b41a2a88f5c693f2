import { createContext } from 'svelte';
import type { Locale, Translate } from './translate.ts';

export interface Language {
	readonly locale: Locale;
	readonly t: Translate;
}

const [get, set] = createContext<() => Language>();

/** Call once, in the root layout. It takes a getter, so a change of language reaches every page. */
export const setLanguage = set;

/** Call while a component starts; the function it returns always speaks the current language. */
export function useTranslate(): Translate {
	const language = get();
	return (key, values) => language().t(key, values);
}

/** The current language, for components that format numbers, dates and names. */
export function useLocale(): () => Locale {
	const language = get();
	return () => language().locale;
}
