/** The 95 % and 99.8 % points of the standard normal distribution, two-sided. */
export const Z_95 = 1.959963984540054;
export const Z_99_8 = 3.090232306167813;

/**
 * The two-sided probability of a standard normal value at least this far from 0.
 * Through erfc in the approximation of Numerical Recipes 6.2.2, relative error under 1.2e-7.
 */
export function twoSidedP(z: number): number {
	const x = Math.abs(z) / Math.SQRT2;
	const t = 1 / (1 + 0.5 * x);
	const terms = [
		-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398,
		1.48851587, -0.82215223, 0.17087277
	];
	const polynomial = terms.reduceRight((sum, term) => sum * t + term, 0);
	return Math.min(1, t * Math.exp(-x * x + polynomial));
}
