import type { Locale, Messages } from './translate.ts';

/** Loads one language only, so that a page never carries the other one's texts. */
export async function loadMessages(locale: Locale): Promise<Messages> {
	const module = await (locale === 'en'
		? import('./messages/en.json')
		: import('./messages/id.json'));
	return module.default;
}
