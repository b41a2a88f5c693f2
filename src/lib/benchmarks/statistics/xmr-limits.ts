import { mean } from './moments.ts';

/** From the mean moving range to three standard deviations: 3 / 1.128. */
const LIMIT_FACTOR = 2.66;

/** From the mean moving range to one standard deviation. */
export const SIGMA_DIVISOR = 1.128;

/** Moving ranges from this multiple of their mean on are set aside once (Nelson, 1982). */
const SCREEN_FACTOR = 3.267;

export interface XmrLimits {
	readonly mean: number;
	readonly averageMovingRange: number;
	readonly lower: number;
	readonly upper: number;
	/** Two thirds of the way from the mean to a limit. */
	readonly nearLower: number;
	readonly nearUpper: number;
}

/** A measured point and its place in the complete list of months. */
export interface PlacedValue {
	readonly position: number;
	readonly value: number;
}

/**
 * The limits of an XmR chart from its baseline: mean ± 2.66 mean moving range, near limits at two
 * thirds. A moving range is taken only between neighbouring months, never across a gap. With
 * `screen`, ranges >= 3.267 times their mean are dropped once and the mean taken anew.
 * @returns null when there is no moving range, or no variation
 */
export function xmrLimits(baseline: readonly PlacedValue[], screen: boolean): XmrLimits | null {
	const ranges = movingRanges(baseline);
	if (ranges.length === 0) return null;

	const all = mean(ranges);
	const kept = screen ? ranges.filter((range) => range < SCREEN_FACTOR * all) : ranges;
	const averageMovingRange = kept.length > 0 ? mean(kept) : all;
	if (averageMovingRange === 0) return null;
	return limitsAround(mean(baseline.map(({ value }) => value)), averageMovingRange);
}

/** The limits around a mean, given the mean moving range. */
export function limitsAround(centre: number, averageMovingRange: number): XmrLimits {
	const far = LIMIT_FACTOR * averageMovingRange;
	const near = (2 / 3) * far;
	return {
		mean: centre,
		averageMovingRange,
		lower: centre - far,
		upper: centre + far,
		nearLower: centre - near,
		nearUpper: centre + near
	};
}

/** For drawing only: no line beyond what the KPI can be. The rules use the limits unclipped. */
export function clipLimits(limits: XmrLimits, range: { min: number; max: number }): XmrLimits {
	const clip = (value: number) => Math.min(range.max, Math.max(range.min, value));
	return {
		...limits,
		lower: clip(limits.lower),
		upper: clip(limits.upper),
		nearLower: clip(limits.nearLower),
		nearUpper: clip(limits.nearUpper)
	};
}

function movingRanges(points: readonly PlacedValue[]): number[] {
	return points.flatMap((point, i) => {
		const previous = points[i - 1];
		const isNext = previous !== undefined && point.position === previous.position + 1;
		return isNext ? [Math.abs(point.value - previous.value)] : [];
	});
}
