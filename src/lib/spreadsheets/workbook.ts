import type { Cell } from './table.ts';

/** A sheet to write: its first row stays in view and is bold. */
export interface Sheet {
	readonly name: string;
	readonly rows: readonly (readonly Cell[])[];
	/** In characters, by column. */
	readonly widths?: readonly number[];
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const NARROWEST = 8;
const WIDEST = 60;

/** Column widths that fit the first rows, within reason. */
export function fittingWidths(rows: Sheet['rows']): number[] {
	const widths: number[] = [];
	for (const row of rows.slice(0, 50)) {
		for (const [i, cell] of row.entries()) {
			const length = cell === null ? 0 : String(cell).length + 2;
			widths[i] = Math.min(WIDEST, Math.max(widths[i] ?? NARROWEST, length));
		}
	}
	return widths;
}
