import { toCsv } from '#lib/http/csv.ts';
import { fileResponse } from '#lib/http/file-response.ts';
import { importTemplate } from '#lib/observations/server/import-template.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
	const region = url.searchParams.get('region') ?? undefined;
	const { regionCode, rows } = await importTemplate(ctx, region);
	const [headers = [], ...rest] = rows;
	return fileResponse(toCsv(headers.map(String), rest), {
		name: `studi-tiru-${regionCode}.csv`,
		type: 'text/csv; charset=utf-8'
	});
};
