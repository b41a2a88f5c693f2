import { formatDay, formatMonth } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/translate.ts';

/** The values of a message as its reader's language writes them: months and days in words. */
export function valuesFor(
	locale: Locale,
	data: Readonly<Record<string, string>>
): Record<string, string> {
	return {
		...data,
		title: titleIn(locale, data),
		...(data.reason !== undefined && {
			reason: (locale === 'en' ? data.reasonEn : data.reason) ?? data.reason
		}),
		...(data.month !== undefined && { month: formatMonth(locale, data.month) }),
		...(data.due !== undefined && { due: formatDay(locale, data.due) })
	};
}

/** A write-up's title; messages from before they carried it have only its address. */
function titleIn(
	locale: Locale,
	{ title, titleEn, ref }: Readonly<Record<string, string>>
): string {
	return (locale === 'en' ? titleEn : title) ?? title ?? ref ?? '';
}
