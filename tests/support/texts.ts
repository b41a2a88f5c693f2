import en from '#lib/i18n/messages/en.json' with { type: 'json' };
import id from '#lib/i18n/messages/id.json' with { type: 'json' };
import { translator, type Translate } from '#lib/i18n/translate.ts';

/** The texts that a journey looks for, in the language of its project. */
export function textsFor(project: string): { lang: 'id' | 'en'; t: Translate } {
	const lang = project === 'en' ? 'en' : 'id';
	return { lang, t: translator(lang, lang === 'en' ? en : id) };
}
