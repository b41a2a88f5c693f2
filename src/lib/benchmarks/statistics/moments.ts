/** The arithmetic mean; NaN without values, so check the length first. */
export function mean(values: readonly number[]): number {
	return sum(values) / values.length;
}

export function sum(values: readonly number[]): number {
	let total = 0;
	for (const value of values) total += value;
	return total;
}

/** The sample standard deviation (n - 1); 0 with fewer than two values. */
export function standardDeviation(values: readonly number[]): number {
	if (values.length < 2) return 0;
	const centre = mean(values);
	return Math.sqrt(sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1));
}

/** The least squares slope of values at 0, 1, 2, …; 0 with fewer than two values. */
export function slope(values: readonly number[]): number {
	if (values.length < 2) return 0;
	const middle = (values.length - 1) / 2;
	const centre = mean(values);
	const across = sum(values.map((value, i) => (i - middle) * (value - centre)));
	return across / sum(values.map((_, i) => (i - middle) ** 2));
}
