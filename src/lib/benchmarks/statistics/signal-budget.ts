import { SIGMA_DIVISOR, type XmrLimits } from './xmr-limits.ts';

/**
 * How often the latest point of a series without any change is flagged by the four rules:
 * 1.7 % for independent data (simulated, reference 0.4 and 2.8).
 */
export const FALSE_SIGNAL_RATE = 0.017;

/** How many false signals to expect among series with at least 13 points. */
export function expectedFalseSignals(series: number): number {
	return FALSE_SIGNAL_RATE * series;
}

/** The distance from the mean in standard deviations, to order a list: |y - mean| / (mR / 1.128). */
export function signalStrength(value: number, limits: XmrLimits): number {
	return Math.abs(value - limits.mean) / (limits.averageMovingRange / SIGMA_DIVISOR);
}
