import { localName, type Locale, type Translate } from '#lib/i18n/translate.ts';
import type { ClosedReason } from './sessions.ts';

/** Why a session is closed, in words: a holiday and a blackout by their names. */
export function closedText(reason: ClosedReason, t: Translate, locale: Locale): string {
	return 'nameId' in reason
		? t(`visit.closed.${reason.code}`, { name: localName(locale, reason) })
		: t(`visit.closed.${reason.code}`);
}
