const ABOUT_A_WRITE_UP = /^(?:question|answer|innovation)_/;
const ABOUT_A_MONTH = /^entry_/;

/** Whether a message is about a write-up. */
export function isAboutWriteUp(template: string): boolean {
	return ABOUT_A_WRITE_UP.test(template);
}

/** Whether a message is about a month's figures; what is neither is about a visit. */
export function isAboutMonth(template: string): boolean {
	return ABOUT_A_MONTH.test(template);
}
