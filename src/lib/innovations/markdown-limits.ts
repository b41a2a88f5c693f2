/** Twice what the longest section is advised to have, with tables. */
export const MAX_MARKDOWN_LENGTH = 12_000;
const MAX_DEPTH = 10;
/** Signs whose pairing costs the parser the square of their number. */
const MAX_BRACKETS = 600;
const MAX_MARKS = 1000;
/** Underlined headings, line by line, cost even more. */
const MAX_LINES = 400;

const MARKER = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;

/**
 * Says why a text must not reach the Markdown parser, as a message key, or null when it may.
 * Looks at each character once, so that a hostile text is refused in milliseconds.
 */
export function markdownProblem(
	markdown: string
): 'innovation.textTooLong' | 'innovation.textTooDeep' | 'innovation.textTooTangled' | null {
	if (markdown.length > MAX_MARKDOWN_LENGTH) return 'innovation.textTooLong';
	if (isTooDeep(markdown)) return 'innovation.textTooDeep';
	const isTangled =
		count(markdown, '\n') >= MAX_LINES ||
		count(markdown, '[]') > MAX_BRACKETS ||
		count(markdown, '*_~`<|') > MAX_MARKS;
	return isTangled ? 'innovation.textTooTangled' : null;
}

/** Whether lists and quotations lie too deep within one another. */
function isTooDeep(markdown: string): boolean {
	let open: number[] = [];
	for (const line of markdown.split('\n')) {
		const columns = markersOf(line);
		const [first] = columns;
		if (first !== undefined) open = [...open.filter((column) => column < first), ...columns];
		else if (/^\S/.test(line)) open = [];
		if (open.length > MAX_DEPTH) return true;
	}
	return false;
}

/** The columns of the list and quotation marks that a line begins with. */
function markersOf(line: string): number[] {
	const columns: number[] = [];
	MARKER.lastIndex = 0;
	while (columns.length <= MAX_DEPTH && MARKER.test(line)) columns.push(MARKER.lastIndex);
	return columns;
}

function count(text: string, signs: string): number {
	let found = 0;
	for (const character of text) if (signs.includes(character)) found += 1;
	return found;
}
