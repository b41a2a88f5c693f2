const DIGITS_16 = /(?<!\d)\d{16}(?!\d)/;
const GROUPED_16 = /(?<!\d)\d(?:(?:[ \t._/–-]| [–-] )?\d){15}(?![ .-]?\d)/g;
const BEYOND_ASCII = /[^\t-~]/;
const INVISIBLE = /\p{Cf}/gu;
/** Province 11 to 97, day (plus 40 for women), month, year, serial. */
const NIK =
	/^(?:1[1-9]|[2-8]\d|9[1-7])\d{4}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}$/;

/**
 * Whether a text holds what looks like a resident's number (NIK): 16 digits in a row, or in
 * groups when they also have the shape of one. Wide digits and spaces count as what they look
 * like, and what cannot be seen between digits not at all.
 */
export function hasPersonalNumber(text: string): boolean {
	const plain = BEYOND_ASCII.test(text) ? text.normalize('NFKC').replaceAll(INVISIBLE, '') : text;
	if (DIGITS_16.test(plain)) return true;
	return [...plain.matchAll(GROUPED_16)].some(([digits]) => NIK.test(digits.replace(/\D/g, '')));
}
