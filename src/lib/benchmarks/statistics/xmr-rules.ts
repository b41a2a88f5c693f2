import type { XmrLimits } from './xmr-limits.ts';

export type XmrRule = 'outside' | 'trend' | 'two_of_three' | 'shift';

export interface XmrSignal {
	readonly rule: XmrRule;
	/** 1 above the mean or rising, -1 below or falling. */
	readonly side: 1 | -1;
}

/** Points of a trend, and of a shift. */
const RUN = 7;

type Side = 1 | 0 | -1;

/**
 * The four rules of NHS "Making Data Count" on the values of one segment, gaps taken out, in the
 * order of precedence: outside the limits; a trend of 7 points with 6 strict rises or falls; two of
 * three beyond a near limit with all three on the same side of the mean; a shift of 7 points
 * strictly on one side of the mean. Source: reference 2.8, after NHSRplotthedots 0.2.2.
 * @returns one signal or null for each value
 */
export function xmrSignals(values: readonly number[], limits: XmrLimits): (XmrSignal | null)[] {
	const trend = trendSides(values);
	const twoOfThree = twoOfThreeSides(values, limits);
	const shift = shiftSides(values, limits.mean);

	return values.map((value, i) => {
		const outside = sideOutside(value, limits);
		if (outside !== 0) return { rule: 'outside', side: outside };
		return (
			signal('trend', trend[i]) ??
			signal('two_of_three', twoOfThree[i]) ??
			signal('shift', shift[i])
		);
	});
}

function signal(rule: XmrRule, side: Side | undefined): XmrSignal | null {
	return side ? { rule, side } : null;
}

function sideOutside(value: number, { lower, upper }: XmrLimits): Side {
	if (value > upper) return 1;
	return value < lower ? -1 : 0;
}

/** All seven points of a trend are marked; where two meet, the later one gives the direction. */
function trendSides(values: readonly number[]): Side[] {
	const steps = values.slice(1).map((value, i) => sign(value - (values[i] ?? value)));
	return markRuns(values.length, RUN, (from) => sameSide(steps.slice(from, from + RUN - 1)));
}

/** A point on the mean is on neither side and breaks the shift. */
function shiftSides(values: readonly number[], mean: number): Side[] {
	const sides = values.map((value) => sign(value - mean));
	return markRuns(values.length, RUN, (from) => sameSide(sides.slice(from, from + RUN)));
}

/** Only the points beyond the near limit are marked, not the third one between them. */
function twoOfThreeSides(values: readonly number[], limits: XmrLimits): Side[] {
	const near = values.map((value) => isNearLimit(value, limits));
	const sides = values.map((value) => sign(value - limits.mean));
	const marks = markRuns(values.length, 3, (from) => {
		const enough = near.slice(from, from + 3).filter(Boolean).length >= 2;
		return enough ? sameSide(sides.slice(from, from + 3)) : 0;
	});
	return marks.map((side, i) => (near[i] ? side : 0));
}

function isNearLimit(value: number, limits: XmrLimits): boolean {
	const isInside = value <= limits.upper && value >= limits.lower;
	return isInside && (value > limits.nearUpper || value < limits.nearLower);
}

/** Marks every point of each window of `length` points that `sideOf` finds to be a run. */
function markRuns(count: number, length: number, sideOf: (from: number) => Side): Side[] {
	const marks = Array.from<Side>({ length: count }).fill(0);
	for (let from = 0; from + length <= count; from++) {
		const side = sideOf(from);
		if (side !== 0) marks.fill(side, from, from + length);
	}
	return marks;
}

function sameSide(sides: readonly Side[]): Side {
	const first = sides[0] ?? 0;
	return sides.every((side) => side === first) ? first : 0;
}

function sign(value: number): Side {
	if (value > 0) return 1;
	return value < 0 ? -1 : 0;
}
