import { changeText } from '#lib/charts/value-text.ts';
import { formatMonth, formatNumber } from '#lib/i18n/format.ts';
import { localName, type Locale, type Translate } from '#lib/i18n/translate.ts';
import type { KpiEvidence } from './evidence.ts';

/**
 * What may be said about a KPI after a launch: fixed for each grade, a comparison and never a cause.
 */
export function evidenceText(evidence: KpiEvidence, locale: Locale, t: Translate): string {
	const { kpi, did, grade, launchedMonth } = evidence;
	const name = localName(locale, kpi);
	if (!did || launchedMonth === null) {
		return t(`evidence.none.${evidence.reason ?? 'too_few_months'}`, { kpi: name });
	}
	const { unit, decimals, direction } = kpi;
	return t(`evidence.text.${grade}`, {
		kpi: name,
		month: formatMonth(locale, launchedMonth),
		moved: t(did.att < 0 ? 'evidence.moved.down' : 'evidence.moved.up'),
		amount: changeText(did.att, { locale, t, unit, decimals, direction }),
		n: evidence.nPeers,
		p: formatNumber(locale, did.placeboP, 2)
	});
}
