import type { Day, Month } from '#lib/core/period.ts';
import { intlTags, type Locale } from './translate.ts';

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Building an Intl format is slow and a page uses the same few a thousand times. */
function cached<F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F {
	const known = formats.get(key);
	if (known) return known as F;
	const made = make();
	formats.set(key, made);
	return made;
}

/** `1.957.349,5` in Indonesian and `1,957,349.5` in English, with a fixed number of decimals. */
export function formatNumber(locale: Locale, value: number, decimals = 0): string {
	return cached(
		`n${locale}${String(decimals)}`,
		() =>
			new Intl.NumberFormat(intlTags[locale], {
				minimumFractionDigits: decimals,
				maximumFractionDigits: decimals
			})
	).format(value);
}

/** `Oktober 2026`, or `Okt 2026` when short. */
export function formatMonth(
	locale: Locale,
	month: Month,
	length: 'short' | 'long' = 'long'
): string {
	return cached(
		`m${locale}${length}`,
		() =>
			new Intl.DateTimeFormat(intlTags[locale], { year: 'numeric', month: length, timeZone: 'UTC' })
	).format(new Date(`${month}-01T00:00:00Z`));
}

/** `24 November 2026`; with the weekday, `Selasa, 24 November 2026`. */
export function formatDay(locale: Locale, day: Day, weekday = false): string {
	return cached(
		`d${locale}${String(weekday)}`,
		() =>
			new Intl.DateTimeFormat(intlTags[locale], {
				...(weekday && { weekday: 'long' }),
				day: 'numeric',
				month: 'long',
				year: 'numeric',
				timeZone: 'UTC'
			})
	).format(new Date(`${day}T00:00:00Z`));
}

const ZONES: Readonly<Record<string, string>> = {
	'Asia/Jakarta': 'WIB',
	'Asia/Pontianak': 'WIB',
	'Asia/Makassar': 'WITA',
	'Asia/Jayapura': 'WIT'
};

/** WIB, WITA or WIT: the abbreviations every Indonesian knows the zones by. */
export function zoneName(timezone: string): string {
	return ZONES[timezone] ?? timezone;
}

/** `09.00` from `09:00`: Indonesian writes a full stop, and so do we in both languages. */
export function formatClock(time: string): string {
	return time.slice(0, 5).replace(':', '.');
}

/** `09.00-11.30 WITA`. */
export function formatTimeRange(start: string, end: string, timezone: string): string {
	return `${formatClock(start)}–${formatClock(end)} ${zoneName(timezone)}`;
}

/** An instant as day and time in a zone: `24 November 2026 09.00 WIB`. */
export function formatInstant(locale: Locale, instant: string, timezone = 'Asia/Jakarta'): string {
	const parts = cached(
		`i${locale}${timezone}`,
		() =>
			new Intl.DateTimeFormat(intlTags[locale], {
				day: 'numeric',
				month: 'long',
				year: 'numeric',
				hour: '2-digit',
				minute: '2-digit',
				hour12: false,
				timeZone: timezone
			})
	).formatToParts(new Date(instant));
	const part = (type: Intl.DateTimeFormatPartTypes) =>
		parts.find((candidate) => candidate.type === type)?.value ?? '';
	return `${part('day')} ${part('month')} ${part('year')} ${part('hour')}.${part('minute')} ${zoneName(timezone)}`;
}

/** The time of an instant in a time zone: `09.00 WITA`. */
export function formatTime(instant: string, timezone = 'Asia/Jakarta'): string {
	const time = cached(
		`t${timezone}`,
		() =>
			new Intl.DateTimeFormat('en-GB', {
				hour: '2-digit',
				minute: '2-digit',
				hour12: false,
				timeZone: timezone
			})
	).format(new Date(instant));
	return `${formatClock(time)} ${zoneName(timezone)}`;
}

/** `85 kB`, in steps of 1,000. */
export function formatBytes(locale: Locale, bytes: number): string {
	return bytes < 1_000_000
		? `${formatNumber(locale, Math.ceil(bytes / 1000))} kB`
		: `${formatNumber(locale, bytes / 1_000_000, 1)} MB`;
}
