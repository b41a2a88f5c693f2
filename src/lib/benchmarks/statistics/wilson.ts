import { Z_95 } from './normal.ts';

export interface Interval {
	readonly low: number;
	readonly high: number;
}

/**
 * The score interval of a proportion (Wilson, 1927):
 * (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n). It contains p and stays within 0 and 1.
 * @returns proportions, or null when there are no cases or the numerator lies outside 0 to denominator
 */
export function wilsonInterval(numerator: number, denominator: number, z = Z_95): Interval | null {
	if (denominator <= 0 || numerator < 0 || numerator > denominator) return null;
	const p = numerator / denominator;
	const square = (z * z) / denominator;
	const centre = p + square / 2;
	const half = z * Math.sqrt((p * (1 - p)) / denominator + square / (4 * denominator));
	// At 0 and 1 the exact bounds are 0 and 1; rounding must not push them past p.
	const low = numerator === 0 ? 0 : (centre - half) / (1 + square);
	const high = numerator === denominator ? 1 : (centre + half) / (1 + square);
	return { low: Math.max(0, low), high: Math.min(1, high) };
}
