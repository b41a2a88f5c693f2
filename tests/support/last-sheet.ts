import { FIGURE_LIMITS } from '#lib/spreadsheets/table.ts';
import { readSharedStrings } from '#lib/spreadsheets/server/shared-strings.ts';
import { readSheet } from '#lib/spreadsheets/server/read-sheet.ts';
import { openZip } from '#lib/spreadsheets/server/zip-entries.ts';

/** The rows of a workbook's last sheet, on which an export says what its figures mean. */
export async function readLastSheet(bytes: Uint8Array): Promise<unknown[][]> {
	const opened = await openZip(Buffer.from(bytes));
	if ('problem' in opened) throw new Error(opened.problem.code);
	const { zip, entries } = opened;
	const [name = ''] = [...entries.keys()]
		.filter((key) => key.startsWith('xl/worksheets/sheet'))
		.sort()
		.reverse();
	const entry = entries.get(name);
	if (!entry) throw new Error('There is no sheet');
	const rows: unknown[][] = [];
	const texts = await readSharedStrings(opened, FIGURE_LIMITS);
	await readSheet({ zip, entry, texts, limits: FIGURE_LIMITS }, (_, cells) => rows.push(cells));
	zip.close();
	return rows;
}
