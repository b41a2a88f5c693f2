import { fileResponse } from '#lib/http/file-response.ts';
import { importTemplate } from '#lib/observations/server/import-template.ts';
import { XLSX_TYPE } from '#lib/spreadsheets/workbook.ts';
import { writeWorkbook } from '#lib/spreadsheets/server/write-workbook.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, t }, url }) => {
	const region = url.searchParams.get('region') ?? undefined;
	const { regionCode, rows } = await importTemplate(ctx, region);
	const file = await writeWorkbook([{ name: t('import.sheet'), rows }]);
	return fileResponse(file, { name: `studi-tiru-${regionCode}.xlsx`, type: XLSX_TYPE });
};
