/** A block of cells as spreadsheets put it on the clipboard: rows of texts. */
export type Block = readonly (readonly string[])[];

/**
 * Reads what Excel, LibreOffice or Google Sheets copied: cells between tabs, rows between line
 * ends, cells with line ends or quotes inside in double quotes.
 */
export function readBlock(text: string): Block {
	const rows: string[][] = [[]];
	let cell = '';
	let isQuoted = false;
	const endCell = () => {
		rows.at(-1)?.push(cell.replaceAll('\u00a0', ' ').trim());
		cell = '';
	};
	const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
	for (let i = 0; i < plain.length; i++) {
		const char = plain.charAt(i);
		if (isQuoted) {
			if (char === '"') isQuoted = false;
			else cell += char;
		} else if (char === '"' && (cell === '' || plain.charAt(i - 1) === '"')) {
			if (cell !== '') cell += char;
			isQuoted = true;
		} else if (char === '\t') endCell();
		else if (char === '\n') {
			endCell();
			rows.push([]);
		} else cell += char;
	}
	endCell();
	return rows;
}

/** Whether a pasted text is more than one cell. */
export function isBlock(text: string): boolean {
	return /[\t\n]/.test(text.replace(/\r?\n$/, ''));
}

/** Where a table can be typed in: cells that do not exist or are locked are null. */
export type CellNames = readonly (readonly (string | null)[])[];

/** What a paste changes, and how many of its figures found no cell. */
export interface PlacedBlock {
	readonly changes: readonly { readonly name: string; readonly text: string }[];
	readonly left: number;
}

/** Lays a block over a table from one of its cells to the right and down. */
export function placeBlock(
	block: Block,
	cells: CellNames,
	at: { readonly row: number; readonly column: number }
): PlacedBlock {
	const placed = block.flatMap((texts, down) =>
		texts.map((text, right) => ({
			text,
			name: cells[at.row + down]?.[at.column + right] ?? null
		}))
	);
	return {
		changes: placed.flatMap(({ name, text }) => (name === null ? [] : [{ name, text }])),
		left: placed.filter(({ name, text }) => name === null && text !== '').length
	};
}
