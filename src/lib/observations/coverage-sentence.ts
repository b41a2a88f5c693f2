import { formatDay } from '#lib/i18n/format.ts';
import type { Locale, Translate } from '#lib/i18n/translate.ts';
import type { ServiceCoverage } from './coverage.ts';

/** How many of a region's services reach all of its districts, in one sentence; empty without any. */
export function coverageSentence(
	view: {
		readonly day: string;
		readonly districtCount: number;
		readonly rows: readonly unknown[];
		readonly services: readonly unknown[];
		readonly summary: readonly Pick<ServiceCoverage, 'covered' | 'districts'>[];
	},
	locale: Locale,
	t: Translate
): string {
	if (view.rows.length === 0) return '';
	return t('coverage.asOfSentence', {
		day: formatDay(locale, view.day),
		complete: view.summary.filter(({ covered, districts }) => covered === districts).length,
		services: view.services.length,
		districts: view.districtCount
	});
}
