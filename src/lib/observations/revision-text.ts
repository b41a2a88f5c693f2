import { valueText } from '#lib/charts/value-text.ts';
import type { Direction } from '#lib/benchmarks/statistics/direction.ts';
import type { Locale, Translate } from '#lib/i18n/translate.ts';

/** Reasons that nobody has to write, by the code they are stored under. */
const AUTOMATIC = ['other_service', 'own_entry', 'verified_later'] as const;

/** Why a published figure was changed: the agency's own words, or the text of an automatic reason. */
export function reasonText(reason: string, t: Translate): string {
	const code = AUTOMATIC.find((automatic) => automatic === reason);
	return code ? t(`observation.reason.${code}`) : reason;
}

interface RevisedKpi {
	readonly unit: string;
	readonly decimals: number;
	readonly direction: Direction;
}

/** One figure of a revision with its unit; a dash where there was no value. */
export function revisedText(
	value: number | null,
	kpi: RevisedKpi,
	{ locale, t }: { locale: Locale; t: Translate }
): string {
	return value === null ? '–' : valueText(value, { ...kpi, locale, t });
}
