/** Which way a KPI improves. A neutral KPI (a volume) has no better side and is never judged. */
export type Direction = 'higher' | 'lower' | 'neutral';

/** 1 when more is better, -1 when less is better, 0 when neither is. */
export function signOf(direction: Direction): -1 | 0 | 1 {
	if (direction === 'neutral') return 0;
	return direction === 'higher' ? 1 : -1;
}

/**
 * Compares two values best first, for `toSorted`.
 * A neutral KPI is listed from the largest value down.
 */
export function bestFirst(direction: Direction): (a: number, b: number) => number {
	return direction === 'lower' ? (a, b) => a - b : (a, b) => b - a;
}
