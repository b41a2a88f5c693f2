import { readAsOf } from '#lib/core/as-of.ts';
import { DomainError } from '#lib/core/errors.ts';
import { pause } from '#lib/core/server/pause.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { fileResponse } from '../file-response.ts';
import { LICENCE } from './list-response.ts';
import {
	exportCsv,
	exportCsvParts,
	exportSheets,
	type ExportFormat,
	type ExportTable
} from '#lib/spreadsheets/export-table.ts';
import { XLSX_TYPE } from '#lib/spreadsheets/workbook.ts';
import { writeWorkbook } from '#lib/spreadsheets/server/write-workbook.ts';

/** The format of the last part of an address, `data.csv` or `data.xlsx`; any other is `not_found`. */
export function exportFormat(file: string): ExportFormat {
	const format = /^data\.(csv|xlsx)$/.exec(file)?.[1];
	if (format === undefined) throw new DomainError('not_found');
	return format as ExportFormat;
}

/**
 * A table as a file: a CSV is written in slices, between which others have their turn, and a
 * workbook in a worker thread.
 * @param page the address of the page on which the table is seen; the day that it looks back to
 *   stands in the file
 */
export async function exportResponse(
	{
		locals: { t, locale },
		url
	}: { readonly locals: Pick<App.Locals, 't' | 'locale'>; readonly url: URL },
	seen: ExportTable,
	format: ExportFormat,
	page: string
): Promise<Response> {
	const address = new URL(page, url);
	const source = { source: address.href, licence: LICENCE };
	const asOf = readAsOf(address.searchParams.get('as_of'));
	const table: ExportTable =
		asOf === null
			? seen
			: { ...seen, about: [...seen.about, [t('asOf.label'), formatDay(locale, asOf)]] };
	if (format === 'csv') return csvResponse(exportCsv(table, source, t), table.fileName);
	const workbook = await writeWorkbook(exportSheets(table, source, t));
	return fileResponse(workbook, { name: `${table.fileName}.xlsx`, type: XLSX_TYPE });
}

/**
 * A table that is read in parts as a CSV, however long it is: each part is read when it is its turn.
 * @param page the address of the page on which the table is seen
 */
export function longCsvResponse(
	{ locals: { t }, url }: { readonly locals: Pick<App.Locals, 't'>; readonly url: URL },
	parts: AsyncIterable<ExportTable>,
	fileName: string,
	page: string
): Response {
	const source = { source: new URL(page, url).href, licence: LICENCE };
	return csvResponse(exportCsvParts(parts, source, t), fileName);
}

function csvResponse(
	parts: Iterator<string, void> | AsyncIterator<string, void>,
	fileName: string
): Response {
	const body = inSlices(parts);
	return fileResponse(body, { name: `${fileName}.csv`, type: 'text/csv; charset=utf-8' });
}

function inSlices(
	parts: Iterator<string, void> | AsyncIterator<string, void>
): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(controller) {
			await pause();
			const part = await parts.next();
			if (part.done) controller.close();
			else controller.enqueue(encoder.encode(part.value));
		},
		async cancel() {
			await parts.return?.();
		}
	});
}
