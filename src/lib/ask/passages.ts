/** The longest piece that is quoted: a few sentences. */
const LONGEST = 420;

/**
 * Cuts a section's Markdown into pieces that can be quoted: paragraphs, list items and table rows,
 * long ones between sentences. What remains of the Markdown is for the caller to take away.
 */
export function passagesOf(markdown: string): string[] {
	return markdown
		.split(/\n\s*\n|\n(?=\s*(?:[-+*]|\d{1,3}[.)])\s)|\n(?=\|)/)
		.map((block) => block.trim())
		.filter((block) => /[\p{L}\p{N}]/u.test(block))
		.flatMap(cutLong);
}

function cutLong(block: string): string[] {
	if (block.length <= LONGEST) return [block];
	const pieces: string[] = [];
	let piece = '';
	for (const sentence of sentencesOf(block)) {
		if (piece !== '' && piece.length + sentence.length > LONGEST) {
			pieces.push(piece.trim());
			piece = '';
		}
		piece += `${sentence} `;
	}
	return [...pieces, piece.trim()].filter((each) => each !== '');
}

/** Cuts where a sentence ends: a sign of its end, a space, and no small letter or digit after it. */
export function sentencesOf(text: string): string[] {
	return text
		.split(/(?<=[.!?…](?:\[\^?\d{1,3}\])*)\s+(?=[^\p{Ll}\d])/u)
		.map((sentence) => sentence.trim())
		.filter((sentence) => sentence !== '');
}
