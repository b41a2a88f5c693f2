const CANDIDATES = [';', '\t', ',', '|'] as const;
const EXCEL_HINT = /^sep=(.)\r?\n/i;

/**
 * What separates the cells of a CSV text: what Excel's first line `sep=;` says, else what occurs
 * most often, outside of quotes, in the first line with content. Commas come after semicolons,
 * because a comma may stand inside a number.
 */
export function findDelimiter(text: string): { delimiter: string; start: number } {
	const hint = EXCEL_HINT.exec(text);
	if (hint?.[1]) return { delimiter: hint[1], start: hint[0].length };

	const line = /[^\r\n]+/.exec(text)?.[0] ?? '';
	const plain = line.replaceAll(/"(?:[^"]|"")*"/g, '');
	const count = (candidate: string) => plain.split(candidate).length - 1;
	const [best] = CANDIDATES.map((delimiter) => ({ delimiter, found: count(delimiter) })).toSorted(
		(a, b) => b.found - a.found
	);
	return { delimiter: best && best.found > 0 ? best.delimiter : ',', start: 0 };
}
