import type { Entry, ZipFile } from 'yauzl';
import type { Cell, TableLimits } from '../table.ts';
import { readXml, XmlProblem } from './read-xml.ts';

interface Sheet {
	readonly zip: ZipFile;
	readonly entry: Entry;
	/** What cells refer to by number. */
	readonly texts: readonly string[];
	readonly limits: TableLimits;
}

/**
 * Streams the rows of a sheet. A formula is refused with its address, because its stored result
 * may be stale or missing: people paste values instead.
 */
export async function readSheet(
	{ zip, entry, texts, limits: { maxColumns } }: Sheet,
	onRow: (number: number, cells: Cell[]) => void
): Promise<void> {
	let rowNumber = 0;
	let cells: Cell[] = [];
	let column = -1;
	let type = '';
	let text = '';
	let isValue = false;

	await readXml(zip, entry, {
		open: (tag, attributes) => {
			if (tag === 'row') {
				const given = Number(attributes.r ?? rowNumber + 1);
				if (!Number.isSafeInteger(given) || given <= rowNumber) {
					throw new XmlProblem('import.damaged');
				}
				rowNumber = given;
				cells = [];
				column = -1;
			} else if (tag === 'c') {
				column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
				if (column >= maxColumns * 4) {
					throw new XmlProblem('import.tooManyColumns', { max: maxColumns });
				}
				type = attributes.t ?? 'n';
				text = '';
			} else if (tag === 'f') {
				throw new XmlProblem('import.formula', { cell: nameOf(column, rowNumber) });
			} else if (tag === 'v' || tag === 't') {
				isValue = true;
			}
		},
		text: (piece) => {
			if (isValue) text += piece;
		},
		close: (tag) => {
			if (tag === 'v' || tag === 't') isValue = false;
			if (tag === 'c' && text !== '' && column >= 0) cells[column] = cellOf(type, text, texts);
			if (tag === 'row') {
				onRow(
					rowNumber,
					Array.from(cells, (cell) => cell ?? null)
				);
			}
		}
	});
}

function cellOf(type: string, text: string, texts: readonly string[]): Cell {
	if (type === 's') return texts[Number(text)] ?? null;
	if (type !== 'n') return text;
	const number = Number(text);
	return Number.isFinite(number) ? number : text;
}

/** `AB12` is column 27. */
function columnOf(address: string): number {
	const letters = /^([A-Z]{1,3})\d+$/.exec(address)?.[1];
	if (letters === undefined) throw new XmlProblem('import.damaged');
	let column = 0;
	for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
	return column - 1;
}

function nameOf(column: number, row: number): string {
	let letters = '';
	for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
	}
	return `${letters}${String(row)}`;
}
