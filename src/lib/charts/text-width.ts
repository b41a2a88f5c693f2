/**
 * Widths of Plus Jakarta Sans as parts of the font size, measured in a browser; digits as wide as
 * tabular figures.
 */
const WIDTHS: readonly (readonly [characters: RegExp, width: number])[] = [
	[/[ ijlI'’‘|!.,:;()·]/, 0.3],
	[/[frtJ]/, 0.41],
	[/[kvxyszTL/-]/, 0.55],
	[/[mwMWOQ%@—…]/, 0.93],
	[/[0-9]/, 0.65],
	[/[a-z]/, 0.61],
	[/[A-Z–↑↓]/, 0.72],
	[/[\u00c0-\u024f]/, 0.72]
];

/** Anything beyond Latin may be as wide as it is high. */
const OTHER = 1;
const BOLD = 1.05;

/** About how wide a text is in pixels, without a browser to ask; rather too wide than too narrow. */
export function textWidth(text: string, fontSize: number, isBold = false): number {
	let width = 0;
	for (const character of text) width += widthOf(character);
	return width * fontSize * (isBold ? BOLD : 1);
}

function widthOf(character: string): number {
	return WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? OTHER;
}

/** Shortens a text with an ellipsis so that it fits. The whole text stays in title and table. */
export function fitText(text: string, width: number, fontSize: number, isBold = false): string {
	if (textWidth(text, fontSize, isBold) <= width) return text;
	const scale = fontSize * (isBold ? BOLD : 1);
	let left = width / scale - widthOf('…');
	let kept = '';
	for (const character of text) {
		left -= widthOf(character);
		if (left < 0) break;
		kept += character;
	}
	return `${kept.trimEnd()}…`;
}

/** Breaks a text into lines at its spaces; a word longer than a line is shortened. */
export function wrapText(text: string, width: number, fontSize: number, isBold = false): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/).filter((part) => part !== '')) {
		const last = lines.at(-1);
		const joined = last === undefined ? word : `${last} ${word}`;
		if (last !== undefined && textWidth(joined, fontSize, isBold) <= width) {
			lines[lines.length - 1] = joined;
		} else {
			lines.push(fitText(word, width, fontSize, isBold));
		}
	}
	return lines;
}
