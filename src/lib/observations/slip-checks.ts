import { type CheckInput, type EntryCheck, found, lastMonthOf, usualOf } from './entry-check.ts';
import { type EntryField, fieldsOf } from './row-kind.ts';

/** From here on a jump looks like a digit too many or another unit rather than a change. */
const SLIP_FACTOR = 7;
/** Counts under this jump about by chance. */
const SMALL_COUNT = 10;
/** A slip multiplies what is usual by about its factor. */
const NEAR = 1.35;
/** Typed once too few or too many zeros, or hours for days, minutes for hours and the reverse. */
const FACTORS = [10, 24, 60, 100, 1000] as const;
const isTime = (field: EntryField) => field === 'medianHours' || field === 'p90Hours';

/** A jump of ten times and the like: a zero too many, or another unit. */
const unitSlip: EntryCheck = {
	name: 'unitSlip',
	severity: 'warning',
	find: (input) =>
		fieldsOf(input.kpi).flatMap((field) => {
			const now = input.entry[field] ?? null;
			if (now === null || now === 0) return [];
			const usual = usualOf(input, field);
			if (usual === null || !isSlip(now, usual)) return [];
			const isCount = !isTime(field) && field !== 'value';
			if (isCount && Math.max(usual, now) < SMALL_COUNT * SLIP_FACTOR) return [];
			const factor = nearestFactor(Math.max(now, usual) / Math.min(now, usual), isCount);
			const values = { usual: Math.round(usual * 10) / 10 };
			if (factor === null) return [found(field, 'observation.warn.slip', values)];
			const code = now > usual ? 'observation.warn.timesMore' : 'observation.warn.timesLess';
			return [found(field, code, { ...values, factor })];
		})
};

/** Whether a figure is so far from the usual one that something was mistyped. */
export function isSlip(now: number, usual: number): boolean {
	return now >= usual * SLIP_FACTOR || now <= usual / SLIP_FACTOR;
}

function nearestFactor(ratio: number, isCount: boolean): number | null {
	const factors = isCount ? [10, 100, 1000] : FACTORS;
	return factors.find((factor) => ratio > factor / NEAR && ratio < factor * NEAR) ?? null;
}

/** Two neighbouring digits the wrong way round: `912` where `192` would be usual. */
const digitSwap: EntryCheck = {
	name: 'digitSwap',
	severity: 'warning',
	find: (input) =>
		fieldsOf(input.kpi).flatMap((field) => {
			const now = input.entry[field] ?? null;
			if (now === null || now < 100 || !Number.isInteger(now)) return [];
			const usual = usualOf(input, field);
			if (usual === null) return [];
			if (Math.abs(now - usual) / usual < 0.3 || isSlip(now, usual)) return [];
			const meant = swaps(now).find((swapped) => Math.abs(swapped - usual) / usual < 0.05);
			if (meant === undefined) return [];
			return [found(field, 'observation.warn.digitSwap', { meant, usual: Math.round(usual) })];
		})
};

function swaps(value: number): number[] {
	const digits = String(value).split('');
	return digits.slice(1).flatMap((second, i) => {
		const first = digits[i] ?? '';
		if (first === second) return [];
		return Number(
			digits
				.with(i, second)
				.with(i + 1, first)
				.join('')
		);
	});
}

/** Enough cases that the very same figures twice are no accident. */
const MANY_CASES = 30;

/** All figures as the month before: copied rather than counted. */
const repeated: EntryCheck = {
	name: 'repeated',
	severity: 'warning',
	find: (input) => {
		const { kpi, entry } = input;
		const before = lastMonthOf(input);
		const fields = fieldsOf(kpi).filter((field) => (entry[field] ?? null) !== null);
		const [first] = fields;
		// A score stands for a year, a count may be a stock.
		if (!before || !first || kpi.kind === 'index' || kpi.kind === 'count') return [];
		if (!fields.every((field) => before[field] === entry[field])) return [];
		const isBig = fields.some((field) => (entry[field] ?? 0) >= MANY_CASES);
		return isBig ? [found(first, 'observation.warn.repeated')] : [];
	}
};

/** The base of a share or a mean changes slowly. */
const denominatorJump: EntryCheck = {
	name: 'denominatorJump',
	severity: 'warning',
	find: (input: CheckInput) => {
		const now = input.entry.denominator;
		const usual = now === null ? null : usualOf(input, 'denominator');
		if (now === null || usual === null || isSlip(now, usual)) return [];
		const change = (now - usual) / usual;
		if (Math.abs(change) <= 0.5) return [];
		const values = { percent: Math.round(Math.abs(change) * 100), usual: Math.round(usual) };
		return [found('denominator', 'observation.warn.denominatorJump', values)];
	}
};

/** Figures that look mistyped or copied. */
export const slipChecks: readonly EntryCheck[] = [unitSlip, digitSwap, repeated, denominatorJump];
