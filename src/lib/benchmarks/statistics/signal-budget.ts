import { SIGMA_DIVISOR, type XmrLimits } from './xmr-limits.ts';

/** Series that are judged alike. */
export interface SeriesGroup {
	/** Final points of the segment. */
	readonly n: number;
	/** Judged without their season. */
	readonly isSeasonal: boolean;
	readonly series: number;
}

/** Of series with that many points, the share that is flagged in the newest one. */
type Rate = readonly [points: number, share: number];

/**
 * How often the newest point of a series without any change is flagged by our rules: limits from
 * the first twelve points, all four rules, months independent and normal. A shift needs seven points
 * after the baseline before it is as frequent as it gets. The season is an estimate too, and the
 * fewer years it comes from, the more it adds. Simulated with 100,000 series for each row, straight
 * lines between rows (at most 1.3 points off, at 54 months); `false-signals.test.ts` simulates anew.
 * The 1.7 % of the reference (0.4, 2.8) do not hold for limits from twelve points.
 */
const PLAIN: readonly Rate[] = [
	[13, 0.03],
	[16, 0.044],
	[20, 0.061]
];
const SEASONAL: readonly Rate[] = [
	[36, 0.09],
	[48, 0.085],
	[60, 0.075],
	[84, 0.07],
	[120, 0.065]
];

/** The share of unchanged series with `n` final points that are flagged in the newest. */
export function falseSignalRate(n: number, isSeasonal: boolean): number {
	const table = isSeasonal ? SEASONAL : PLAIN;
	const after = table.findIndex(([points]) => points >= n);
	const [toPoints, toShare] = table.at(after) ?? [n, 0];
	const [fromPoints, fromShare] = table[after - 1] ?? [toPoints, toShare];
	if (after < 1 || toPoints === fromPoints) return toShare;
	return fromShare + ((n - fromPoints) / (toPoints - fromPoints)) * (toShare - fromShare);
}

/** How many false signals to expect among series with at least 13 points. */
export function expectedFalseSignals(groups: readonly SeriesGroup[]): number {
	return groups.reduce(
		(sum, { n, isSeasonal, series }) => sum + series * falseSignalRate(n, isSeasonal),
		0
	);
}

/** The distance from the mean in standard deviations, to order a list: |y - mean| / (mR / 1.128). */
export function signalStrength(value: number, limits: XmrLimits): number {
	return Math.abs(value - limits.mean) / (limits.averageMovingRange / SIGMA_DIVISOR);
}
