import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitsAround } from '#lib/benchmarks/statistics/xmr-limits.ts';
import { xmrSignals, type XmrSignal } from '#lib/benchmarks/statistics/xmr-rules.ts';

/** Mean 0, near limits at ±2, limits at ±3. */
const limits = limitsAround(0, 3 / 2.66);

/** One letter a point: O outside, T trend, N two of three, S shift; lower case on the lower side. */
function read(...values: number[]): string {
	const letters = { outside: 'o', trend: 't', two_of_three: 'n', shift: 's' };
	return xmrSignals(values, limits)
		.map((signal) => {
			if (!signal) return '.';
			return signal.side > 0 ? letters[signal.rule].toUpperCase() : letters[signal.rule];
		})
		.join('');
}

test('a point strictly beyond a limit is outside it', () => {
	expect(read(limits.upper, limits.upper + 0.01, -1, limits.lower - 0.01)).toBe('.O.o');
});

test('six rises in a row are a trend and mark all seven points', () => {
	expect(read(-1.3, -1.2, -1, -0.5, 0.5, 0.8, 1.1)).toBe('TTTTTTT');
	expect(read(-1.3, -1.2, -1, -0.5, -0.5, 0.8, 1.1)).toBe('.......');
	expect(read(1.3, 1.2, 1, 0.5, -0.5, -0.8)).toBe('......');
});

test('where a rise and a fall meet, the later trend gives the direction', () => {
	expect(read(-1.5, -1, -0.5, 0.1, 0.5, 1, 1.5, 1.2, 0.8, 0.3, -0.2, -0.6, -1.1)).toBe(
		'TTTTTTttttttt'
	);
});

test('two of three beyond a near limit are marked, the one between them is not', () => {
	expect(read(0.5, 2.5, 0.5, 2.6, -0.5)).toBe('.N.N.');
	expect(read(-2.5, -2.5)).toBe('..');
	expect(read(-2.5, -2.5, -0.5)).toBe('nn.');
});

test('two of three need all three on the same side of the mean', () => {
	expect(read(2.5, -0.5, 2.6)).toBe('...');
	expect(read(2.5, 0, 2.6)).toBe('...');
});

test('a point outside the limits does not count as near', () => {
	expect(read(0.5, 3.5, 2.5)).toBe('.O.');
	expect(read(2.5, 3.5, 2.6)).toBe('NON');
});

test('seven points on one side of the mean are a shift, and one on the mean breaks it', () => {
	expect(read(0.5, 0.4, 0.6, 0.3, 0.5, 0.4, 0.6)).toBe('SSSSSSS');
	expect(read(0.5, 0.4, 0.6, 0, 0.5, 0.4, 0.6, 0.3)).toBe('........');
	expect(read(-0.5, -0.4, -0.6, -0.3, -0.5, -0.4, 0.6)).toBe('.......');
});

test('outside comes before trend, trend before two of three, two of three before shift', () => {
	expect(read(0.1, 0.2, 0.5, 1, 2.1, 2.5, 3.5)).toBe('TTTTTTO');
	expect(read(0.5, 0.4, 2.6, 0.3, 2.5, 0.4, 0.6)).toBe('SSNSNSS');
});

/** The rules once more, word for word and slowly, each asked of one point. */
function naive(y: readonly number[], i: number): XmrSignal | null {
	const at = (j: number) => y[j] ?? NaN;
	const starts = (length: number) =>
		Array.from({ length }, (_, back) => i - back).filter((s) => s >= 0 && s + length <= y.length);
	const window = (s: number, length: number) => Array.from({ length }, (_, k) => at(s + k));

	if (at(i) > limits.upper) return { rule: 'outside', side: 1 };
	if (at(i) < limits.lower) return { rule: 'outside', side: -1 };
	for (const s of starts(7)) {
		const seven = window(s, 7);
		if (seven.every((v, k) => k === 0 || v > (seven[k - 1] ?? NaN)))
			return { rule: 'trend', side: 1 };
		if (seven.every((v, k) => k === 0 || v < (seven[k - 1] ?? NaN)))
			return { rule: 'trend', side: -1 };
	}
	const isHighNear = (v: number) => v > limits.nearUpper && v <= limits.upper;
	const isLowNear = (v: number) => v < limits.nearLower && v >= limits.lower;
	for (const s of starts(3)) {
		const three = window(s, 3);
		if (three.every((v) => v > 0) && three.filter(isHighNear).length >= 2 && isHighNear(at(i)))
			return { rule: 'two_of_three', side: 1 };
		if (three.every((v) => v < 0) && three.filter(isLowNear).length >= 2 && isLowNear(at(i)))
			return { rule: 'two_of_three', side: -1 };
	}
	for (const s of starts(7)) {
		if (window(s, 7).every((v) => v > 0)) return { rule: 'shift', side: 1 };
		if (window(s, 7).every((v) => v < 0)) return { rule: 'shift', side: -1 };
	}
	return null;
}

test('the rules agree with a slow reading of their words', () => {
	const near = fc.constantFrom(-3.2, -2.5, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2.5, 3.2);
	const drifting = fc
		.array(fc.constantFrom(-0.4, 0.2, 0.3, 0.5), { maxLength: 40 })
		.map((steps) => {
			let level = -2;
			return steps.map((step) => (level += step));
		});
	fc.assert(
		fc.property(fc.oneof(fc.array(near, { maxLength: 40 }), drifting), (values) => {
			expect(xmrSignals(values, limits)).toEqual(values.map((_, i) => naive(values, i)));
		}),
		{ numRuns: 2000 }
	);
});
