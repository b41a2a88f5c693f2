/** A header as it is compared and remembered: lower case, only letters and digits. */
export function normaliseHeader(header: string): string {
	return header
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
