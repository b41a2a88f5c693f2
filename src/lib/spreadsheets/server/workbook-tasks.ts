import writeXlsxFile, { type Cell as XlsxCell } from 'write-excel-file/node';
import { fittingWidths, type Sheet } from '../workbook.ts';
import type { Cell } from '../table.ts';

/**
 * Worker task: writes sheets as an XLSX file. Texts are written as texts, so that none of them
 * can become a formula, and codes such as 36.70 or months stay as they are.
 */
export async function writeWorkbook({ sheets }: { sheets: readonly Sheet[] }): Promise<Uint8Array> {
	const file = writeXlsxFile(
		sheets.map(({ name, rows, widths }) => ({
			sheet: name,
			stickyRowsCount: 1,
			columns: (widths ?? fittingWidths(rows)).map((width) => ({ width })),
			data: rows.map((row, i) => row.map((cell) => toCell(cell, i === 0)))
		}))
	);
	return new Uint8Array(await file.toBuffer());
}

function toCell(cell: Cell, isHeader: boolean): XlsxCell {
	if (cell === null || cell === '') return null;
	const style = isHeader ? { fontWeight: 'bold' as const } : {};
	return typeof cell === 'number'
		? { value: cell, type: Number, ...style }
		: { value: cell, type: String, format: '@', ...style };
}
