import * as v from 'valibot';

/** No service of a region finishes more in a month; the catalogue's hard limit for volumes. */
export const MAX_COUNT = 500_000;
/** Ninety days: the catalogue's hard limit for turnaround. */
export const MAX_HOURS = 2160;

const THOUSANDS = /^\d{1,3}(?:[.,'\s\u00a0]\d{3})+$/;
const WHOLE = /^[0-9]{1,15}$/;
const DECIMAL = /^[0-9]{1,9}(?:[.,][0-9]{1,4})?$/;

/** What is wrong with a number, as a message key. */
export type Reading = { readonly value: number | null } | { readonly problem: string };

const Raw = v.nullable(
	v.union([v.string('field.number'), v.number('field.number')], 'field.number')
);

/** A number of requests: typed as digits or sent as a JSON number. Empty is null. */
export const Count = v.optional(v.pipe(Raw, reading(readCount)), null);

/** Hours with at most two decimals, `12,5` or `12.5`. Empty is null. */
export const Hours = v.optional(v.pipe(Raw, reading(readHours)), null);

/** A score, with at most four decimals. Empty is null. */
export const Score = v.optional(v.pipe(Raw, reading(readDecimal)), null);

/** Reads one typed number: a count, hours, or another number with decimals. Empty is null. */
export function readNumber(kind: 'count' | 'hours' | 'decimal', text: string): Reading {
	const read = { count: readCount, hours: readHours, decimal: readDecimal }[kind];
	return read(text.trim());
}

function reading(read: (raw: string | number) => Reading) {
	return v.rawTransform<string | number | null, number | null>(({ dataset, addIssue, NEVER }) => {
		const raw = dataset.value;
		if (raw === null) return null;
		const result = read(typeof raw === 'string' ? raw.trim() : raw);
		if ('value' in result) return result.value;
		addIssue({ message: result.problem });
		return NEVER;
	});
}

function readCount(raw: string | number): Reading {
	if (raw === '') return { value: null };
	if (typeof raw === 'string' && THOUSANDS.test(raw)) return { problem: 'field.noThousands' };
	if (typeof raw === 'string' && !WHOLE.test(raw)) return { problem: 'field.count' };
	const value = Number(raw);
	if (!Number.isInteger(value) || value < 0 || Object.is(value, -0)) {
		return { problem: 'field.count' };
	}
	return value > MAX_COUNT ? { problem: 'field.countTooLarge' } : { value };
}

function readHours(raw: string | number): Reading {
	const result = readDecimal(raw);
	if (!('value' in result) || result.value === null) return result;
	return result.value > MAX_HOURS ? { problem: 'field.hoursTooLarge' } : result;
}

function readDecimal(raw: string | number): Reading {
	if (raw === '') return { value: null };
	// `1.234` is a thousand in Indonesian and little more than one in English: not to be guessed.
	if (typeof raw === 'string' && THOUSANDS.test(raw)) return { problem: 'field.noThousands' };
	if (typeof raw === 'string' && !DECIMAL.test(raw)) return { problem: 'field.number' };
	const value = typeof raw === 'string' ? Number(raw.replace(',', '.')) : raw;
	if (!Number.isFinite(value) || value < 0 || Object.is(value, -0) || value >= 1e9) {
		return { problem: 'field.number' };
	}
	return { value };
}
