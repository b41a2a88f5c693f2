/** `+62 812-3456-7890`, `0812 3456 7890`, `(021) 5579 1234`: digits in groups after 0 or 62. */
const CANDIDATE = /(?<![\d.,])(?:\+?62|\(?0)(?:[\s().-]{0,2}\d){8,12}(?!\d)/g;
/** A mobile number, or an area code with a landline. */
const PHONE = /^(?:62|0)(?:8[1-9]\d{7,10}|[2-79]\d{8,10})$/;

/** Whether a text holds what looks like an Indonesian telephone number. */
export function hasPhoneNumber(text: string): boolean {
	return [...text.matchAll(CANDIDATE)].some(([found]) => PHONE.test(found.replace(/\D/g, '')));
}
