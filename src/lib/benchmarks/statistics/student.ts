/**
 * The two-sided probability of a Student t value with six degrees of freedom at least this far from
 * 0, in closed form (Abramowitz and Stegun 26.7.4): 1 - sin a (1 + cos² a / 2 + 3 cos⁴ a / 8) with
 * tan a = t / √6. Far out, where that difference loses its digits, the first term of its series.
 */
export function twoSidedTOfSix(t: number): number {
	const ratio = 6 / (6 + t * t);
	// 1 - sqrt(1 - x) (1 + x/2 + 3x²/8) = 5x³/16 + 15x⁴/128 + …
	if (ratio < 1e-3) return (5 / 16) * ratio ** 3 * (1 + (3 / 8) * ratio);
	return 1 - Math.sqrt(1 - ratio) * (1 + ratio / 2 + (3 / 8) * ratio * ratio);
}
