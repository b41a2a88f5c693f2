import { plainText } from './plain-text.ts';

/** How many words a Markdown text has; a sign that stands alone is no word. */
export function wordCount(markdown: string): number {
	return plainText(markdown)
		.split(' ')
		.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
