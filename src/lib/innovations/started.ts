import { isDay, isMonth } from '#lib/core/period.ts';
import { formatDay, formatMonth } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/translate.ts';

/** A beginning that is known to the year, the month or the day. */
export interface Started {
	readonly startedOn: string;
	readonly startedPrecision: 'day' | 'month' | 'year';
}

/** Reads `2017`, `2017-03` or `2017-03-14`; null for anything else. */
export function parseStarted(text: string): Started | null {
	const [year, month] = [text.slice(0, 4), text.slice(0, 7)];
	if (text.length === 4) {
		return isMonth(`${year}-01`) ? { startedOn: `${year}-01-01`, startedPrecision: 'year' } : null;
	}
	if (!isMonth(month)) return null;
	if (text.length === 7) return { startedOn: `${month}-01`, startedPrecision: 'month' };
	return isDay(text) ? { startedOn: text, startedPrecision: 'day' } : null;
}

/** The inverse of {@link parseStarted}: as the form shows it. */
export function startedInput({ startedOn, startedPrecision }: MaybeStarted): string {
	if (startedOn === null) return '';
	const lengths = { year: 4, month: 7, day: 10 };
	return startedOn.slice(0, lengths[startedPrecision ?? 'day']);
}

/** `2017`, `Oktober 2025` or `10 Oktober 2025`, no more exact than it is known; null when not. */
export function startedText(
	locale: Locale,
	{ startedOn, startedPrecision }: MaybeStarted
): string | null {
	if (startedOn === null) return null;
	switch (startedPrecision ?? 'day') {
		case 'year':
			return startedOn.slice(0, 4);
		case 'month':
			return formatMonth(locale, startedOn.slice(0, 7));
		case 'day':
			return formatDay(locale, startedOn);
	}
}

interface MaybeStarted {
	readonly startedOn: string | null;
	readonly startedPrecision: Started['startedPrecision'] | null;
}
