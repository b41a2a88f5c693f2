import { formatNumber } from '#lib/i18n/format.ts';
import type { Locale, Translate } from '#lib/i18n/translate.ts';
import type { ContextKey } from './context-variables.ts';

/** A fact about a region as a reader sees it; a dash when it is not known. */
export function contextText(
	key: ContextKey,
	value: number | string | null,
	locale: Locale,
	t: Translate
): string {
	if (value === null) return '–';
	if (typeof value === 'string') {
		if (key === 'kind') return t(value === 'city' ? 'region.kind.city' : 'region.kind.regency');
		return islandText(value, t);
	}
	if (key === 'urban_share') {
		return t('chart.value.percent', { value: formatNumber(locale, 100 * value) });
	}
	return formatNumber(locale, value);
}

const ISLANDS = {
	sumatra: 'island.sumatra',
	java: 'island.java',
	bali_nusa_tenggara: 'island.bali_nusa_tenggara',
	kalimantan: 'island.kalimantan',
	sulawesi: 'island.sulawesi',
	maluku: 'island.maluku',
	papua: 'island.papua'
} as const;

function islandText(code: string, t: Translate): string {
	const key = Object.entries(ISLANDS).find(([island]) => island === code)?.[1];
	return key ? t(key) : code;
}
