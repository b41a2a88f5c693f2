import type { Locale, Translate } from '#lib/i18n/translate.ts';
import { localName } from '#lib/i18n/translate.ts';
import { unitText } from './chart-context.ts';
import type { DefinedKpi } from './defined-kpi.ts';

/** What one must know of a KPI to use its figures, for the sheet beside them. */
export function aboutKpi(
	kpi: DefinedKpi,
	{ locale, t }: { readonly locale: Locale; readonly t: Translate }
): [label: string, text: string][] {
	return [
		[t('export.indicator'), `${kpi.code} – ${localName(locale, kpi)}`],
		[t('export.definition'), definitionText(kpi, locale)],
		[t('export.unit'), unitText(kpi.unit, t)],
		[t('export.direction'), t(`kpi.direction.${kpi.direction}`)]
	];
}

/** What a KPI counts, in the reader's language. */
export function definitionText({ version }: DefinedKpi, locale: Locale): string {
	return locale === 'en' ? version.definitionEn : version.definitionId;
}
