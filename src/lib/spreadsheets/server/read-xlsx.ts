import { tableBuilder } from '../table-builder.ts';
import type { TableLimits, TableResult } from '../table.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheet } from './read-sheet.ts';
import { XmlProblem } from './read-xml.ts';
import { findFirstSheet } from './first-sheet.ts';
import { openZip, type ZipEntries } from './zip-entries.ts';

/** Reads the first sheet of an XLSX file without unpacking the rest of it. */
export async function readXlsx(bytes: Buffer, limits: TableLimits): Promise<TableResult> {
	const opened = await openZip(bytes);
	if ('problem' in opened) return { ok: false, problem: opened.problem };
	const { zip, entries } = opened;
	try {
		return await readWorkbook(opened, limits);
	} catch (error) {
		if (error instanceof XmlProblem) return { ok: false, problem: error.note };
		throw error;
	} finally {
		if (entries.size > 0) zip.close();
	}
}

async function readWorkbook(
	{ zip, entries }: ZipEntries,
	limits: TableLimits
): Promise<TableResult> {
	if (!entries.has('[Content_Types].xml') || !entries.has('xl/workbook.xml')) {
		throw new XmlProblem('import.notSpreadsheet');
	}
	if ([...entries.keys()].some((name) => /vbaProject|macrosheets\//i.test(name))) {
		throw new XmlProblem('import.macros');
	}
	const { entry, name, isOnlySheet } = await findFirstSheet({ zip, entries });
	const texts = await readSharedStrings({ zip, entries }, limits);
	const table = tableBuilder(limits);
	await readSheet({ zip, entry, texts, limits }, (number, cells) => {
		const problem = table.add(number, cells);
		if (problem) throw new XmlProblem(problem.code, problem.values);
	});
	const notes = isOnlySheet ? [] : [{ code: 'import.note.firstSheet', values: { sheet: name } }];
	return table.finish('xlsx', notes);
}
