import type { TableLimits } from '../table.ts';
import { readXml } from './read-xml.ts';
import type { ZipEntries } from './zip-entries.ts';

/** The texts that cells refer to by number; none when the file keeps its texts in the cells. */
export async function readSharedStrings(
	{ zip, entries }: ZipEntries,
	{ maxCellLength }: TableLimits
): Promise<string[]> {
	const entry = entries.get('xl/sharedStrings.xml');
	if (!entry) return [];
	const texts: string[] = [];
	let current = '';
	let isText = false;
	let isReading = false; // how a word is spoken in Japanese is not part of it
	await readXml(zip, entry, {
		open: (tag) => {
			if (tag === 'si') current = '';
			if (tag === 'rPh') isReading = true;
			if (tag === 't') isText = !isReading;
		},
		text: (text) => {
			// One character more than allowed is enough to be refused later.
			if (isText && current.length <= maxCellLength) current += text;
		},
		close: (tag) => {
			if (tag === 't') isText = false;
			if (tag === 'rPh') isReading = false;
			if (tag === 'si') texts.push(current);
		}
	});
	return texts;
}
