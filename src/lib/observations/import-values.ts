import { isMonth, monthFromIndex } from '#lib/core/period.ts';
import type { Cell } from '#lib/spreadsheets/table.ts';

/** Month names by their first three letters, in Indonesian and English. */
const MONTHS: Readonly<Record<string, number>> = {
	jan: 0,
	feb: 1,
	mar: 2,
	apr: 3,
	mei: 4,
	may: 4,
	jun: 5,
	jul: 6,
	agu: 7,
	agt: 7,
	aug: 7,
	sep: 8,
	okt: 9,
	oct: 9,
	nov: 10,
	des: 11,
	dec: 11
};
const MONTHS_IN_YEAR = 12;
const MS_PER_DAY = 86_400_000;
/** Day 0 of a spreadsheet's calendar, which takes 1900 for a leap year. */
const SPREADSHEET_EPOCH = Date.UTC(1899, 11, 30);
/** Days from 1990 to 2100; other numbers are no dates. */
const FIRST_DAY = 32_874;
const LAST_DAY = 73_415;

/**
 * A month as people and spreadsheets write it: `2026-10`, `10/2026`, `Okt 2026`, `October 2026`,
 * `Oct-26`, a date that begins with the year, or the day number that a spreadsheet makes of a month. Days such as
 * `01/10/2026` are read differently in two languages and come back as they are, to be refused.
 */
export function readMonthCell(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return monthOfSerial(cell) ?? String(cell);
	const text = cell.trim();
	const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2}(?:[T ].*)?)?$/.exec(text);
	if (iso) return month(Number(iso[1]), Number(iso[2])) ?? text;
	const numeric = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
	if (numeric) return month(Number(numeric[2]), Number(numeric[1])) ?? text;
	const named = /^(\p{L}{3,12})\.?[\s\-/']*(\d{4}|\d{2})$/u.exec(text);
	const number = MONTHS[named?.[1]?.slice(0, 3).toLowerCase() ?? ''];
	if (named && number !== undefined) {
		const year = Number(named[2]);
		return month(year < 100 ? 2000 + year : year, number + 1) ?? text;
	}
	return text;
}

/** `36.71` also where a spreadsheet made a number of it: `36,71`, `3671`, 36.7 for `36.70`. */
export function readRegionCell(cell: Cell): string {
	if (cell === null) return '';
	const text = String(cell).trim().replace(',', '.');
	if (/^\d{4}$/.test(text)) return `${text.slice(0, 2)}.${text.slice(2)}`;
	return /^\d{2}\.\d$/.test(text) ? `${text}0` : text;
}

/** A KPI's code in whatever case it was typed. */
export function readKpiCell(cell: Cell): string {
	return cell === null ? '' : String(cell).trim().toUpperCase();
}

function month(year: number, number: number): string | null {
	if (number < 1 || number > MONTHS_IN_YEAR) return null;
	const text = monthFromIndex(year * MONTHS_IN_YEAR + number - 1);
	return isMonth(text) ? text : null;
}

function monthOfSerial(day: number): string | null {
	if (day < FIRST_DAY || day > LAST_DAY) return null;
	return new Date(SPREADSHEET_EPOCH + Math.floor(day) * MS_PER_DAY).toISOString().slice(0, 7);
}
