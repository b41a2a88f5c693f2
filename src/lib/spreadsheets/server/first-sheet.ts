import type { Entry } from 'yauzl';
import { readXml, XmlProblem } from './read-xml.ts';
import type { ZipEntries } from './zip-entries.ts';

export interface FirstSheet {
	readonly entry: Entry;
	readonly name: string;
	readonly isOnlySheet: boolean;
}

/** Finds the sheet that the workbook shows first. */
export async function findFirstSheet({ zip, entries }: ZipEntries): Promise<FirstSheet> {
	const sheets: { name: string; id: string }[] = [];
	const workbook = entries.get('xl/workbook.xml');
	if (!workbook) throw new XmlProblem('import.notSpreadsheet');
	await readXml(zip, workbook, {
		open: (tag, attributes) => {
			if (tag === 'sheet') {
				const [, id = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? [];
				sheets.push({ name: attributes.name ?? '', id });
			}
			// Its dates would be read four years off.
			const is1904 = tag === 'workbookPr' && /^(?:1|true)$/.test(attributes.date1904 ?? '');
			if (is1904) throw new XmlProblem('import.dates1904');
		}
	});
	const [first] = sheets;
	if (!first) throw new XmlProblem('import.empty');

	const targets = new Map<string, string>();
	const relations = entries.get('xl/_rels/workbook.xml.rels');
	if (relations) {
		await readXml(zip, relations, {
			open: (tag, { Id, Target }) => {
				if (tag === 'Relationship' && Id && Target) targets.set(Id, Target);
			}
		});
	}
	const target = targets.get(first.id) ?? 'worksheets/sheet1.xml';
	const entry = entries.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
	if (!entry) throw new XmlProblem('import.damaged');
	return { entry, name: first.name, isOnlySheet: sheets.length === 1 };
}
