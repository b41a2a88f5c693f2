/**
 * Rounds half away from zero on the shortest decimal writing of a number, as `Intl.NumberFormat`
 * does, so that two values that look equal on a page are equal here: `roundTo(1.005, 2)` is 1.01.
 */
export function roundTo(value: number, decimals: number): number {
	if (!Number.isFinite(value)) return value;
	const rounded = shift(Math.round(shift(Math.abs(value), decimals)), -decimals);
	return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Moves the decimal point in the text of the number: multiplying would bring new digits. */
function shift(value: number, places: number): number {
	const [digits = '0', exponent = '0'] = String(value).split('e');
	return Number(`${digits}e${String(Number(exponent) + places)}`);
}
