import { signOf, type Direction } from './direction.ts';
import type { XmrLimits } from './xmr-limits.ts';
import type { XmrSignal } from './xmr-rules.ts';

/** What the latest point says: better, worse, or (without a direction) high or low; or only chance. */
export type Variation = 'improvement' | 'concern' | 'high' | 'low' | 'common';

/** Whether the process as it is meets the target: always, never, or now and then. */
export type Assurance = 'pass' | 'fail' | 'hit_or_miss';

/** The meaning of a signal for a KPI: on the better side it is improvement. */
export function variationOf(signal: XmrSignal | null, direction: Direction): Variation {
	if (!signal) return 'common';
	if (direction === 'neutral') return signal.side > 0 ? 'high' : 'low';
	return signal.side === signOf(direction) ? 'improvement' : 'concern';
}

/**
 * Assurance from where the target lies: beyond the limits on the better side it is never reached,
 * beyond them on the worse side always, between them by chance. Strict inequalities.
 * @returns null without a target or a direction
 */
export function assuranceOf(
	{ lower, upper }: XmrLimits,
	target: number | null,
	direction: Direction
): Assurance | null {
	if (target === null || direction === 'neutral') return null;
	if (target > upper) return direction === 'higher' ? 'fail' : 'pass';
	if (target < lower) return direction === 'higher' ? 'pass' : 'fail';
	return 'hit_or_miss';
}
