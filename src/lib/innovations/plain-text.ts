/**
 * The words of a Markdown text without its marks, on one line: for excerpts, counts and feeds.
 * It is for reading only; the result still has to be escaped like any other text.
 */
export function plainText(markdown: string): string {
	return markdown
		.replace(/\[\^[^\]\s]{1,20}\]/g, '')
		.replace(/^[ \t]*\|?[ \t:|-]*-{2,}[ \t:|-]*$/gm, ' ')
		.replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
		.replace(/^[ \t]*(?:#{1,6}|>|[-+*]|\d{1,9}[.)])[ \t]+/gm, '')
		.replace(/[*`|~]+|(?<!\w)_+|_+(?!\w)/g, ' ')
		.replace(/\s+/g, ' ')
		.replace(/ ([.,;:!?)])/g, '$1')
		.trim();
}
