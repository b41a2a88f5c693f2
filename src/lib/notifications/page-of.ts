const ABOUT_A_WRITE_UP = /^(?:question|answer|innovation)_/;

/** Whether a message is about a write-up; all others are about a visit. */
export function isAboutWriteUp(template: string): boolean {
	return ABOUT_A_WRITE_UP.test(template);
}
