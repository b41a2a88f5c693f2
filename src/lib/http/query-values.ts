import * as v from 'valibot';
import { isDay, isMonth } from '#lib/core/period.ts';

const MAX_LIST = 600;
export const MAX_LIMIT = 5000;
export const DEFAULT_LIMIT = 100;

/** `2026-10`. */
export const MonthText = v.pipe(v.string(), v.check(isMonth, 'field.month'));

/** `2026-11-24`. */
export const DayText = v.pipe(v.string(), v.check(isDay, 'field.day'));

/** A day, up to the end of which in UTC it is shown what was known. */
export const AsOfDay = v.pipe(v.string(), v.check(isDay, 'benchmark.badDay'));

/** `36.71`: a regency or city. */
export const RegionCode = v.pipe(
	v.string(),
	v.trim(),
	v.regex(/^\d{2}\.\d{2}$/, 'field.regionCode')
);

/** `ADM-SLA-KTP`. */
export const KpiCode = v.pipe(v.string(), v.trim(), v.regex(/^[A-Z0-9-]{2,20}$/, 'field.kpiCode'));

/** `KTP`. */
export const ServiceCode = v.pipe(
	v.string(),
	v.trim(),
	v.regex(/^[A-Z0-9]{1,10}$/, 'field.serviceCode')
);

/** A comma list such as `36.71,36.03`, without empty items, each checked by a schema. */
export function commaList<S extends v.GenericSchema<string, string>>(item: S) {
	return v.pipe(
		v.string(),
		v.transform((text) => text.split(',').filter((part) => part !== '')),
		v.array(item),
		v.maxLength(MAX_LIST, 'field.tooMany')
	);
}

/** How many rows a page of a list has: 1 to 5,000, by default 100. */
export const Limit = v.optional(
	v.pipe(
		v.string(),
		v.regex(/^\d{1,5}$/, 'field.limit'),
		v.transform(Number),
		v.minValue(1, 'field.limit'),
		v.maxValue(MAX_LIMIT, 'field.limit')
	),
	String(DEFAULT_LIMIT)
);

/** Where a page of a list begins: opaque to clients. */
export const Cursor = v.optional(
	v.pipe(
		v.string(),
		v.check((text) => readCursor(text) !== null, 'field.cursor'),
		v.transform((text) => readCursor(text) ?? 0)
	),
	writeCursor(0)
);

/** Turns the offset of the next page into an opaque cursor. */
export function writeCursor(offset: number): string {
	return btoa(`o${String(offset)}`).replace(/=+$/, '');
}

function readCursor(text: string): number | null {
	if (!/^[A-Za-z0-9+/]{2,20}$/.test(text)) return null;
	const decoded = /^o(\d{1,9})$/.exec(tryDecode(text));
	return decoded ? Number(decoded[1]) : null;
}

function tryDecode(text: string): string {
	try {
		return atob(text);
	} catch {
		return '';
	}
}
