/**
 * Which of many tests are signals when the false discovery rate is held at `rate`
 * (Benjamini and Hochberg, 1995): with p sorted ascending, all up to the largest i with
 * p(i) <= i rate / m. The order of the answer is that of the input.
 */
export function benjaminiHochberg(pValues: readonly number[], rate = 0.1): boolean[] {
	const order = pValues.map((p, i) => ({ p, i })).toSorted((a, b) => a.p - b.p);
	const last = order.findLastIndex(({ p }, i) => p <= ((i + 1) * rate) / pValues.length);
	const signals = new Set(order.slice(0, last + 1).map(({ i }) => i));
	return pValues.map((_, i) => signals.has(i));
}

/**
 * The same as one number: the largest p that is still a signal, 0 when none is.
 * @param sorted p values, ascending
 */
export function largestSignalChance(sorted: readonly number[], rate = 0.1): number {
	return sorted.findLast((p, i) => p <= ((i + 1) * rate) / sorted.length) ?? 0;
}
